@echo off
rem openfloor <command> ...: the technician's commands. The application belongs to no console: its answer comes by a file.
setlocal
set "answer=%TEMP%\openfloor-%RANDOM%.txt"
start "" /wait /b "%~dp0Openfloor.exe" --log-level=3 -- %* > "%answer%" 2>&1
set "code=%ERRORLEVEL%"
type "%answer%"
del "%answer%"
exit /b %code%
