#!/usr/bin/env bash
# Starts the real Electron and copies what it prints into a file from its very first line, which a test would otherwise miss.
exec "$OPENFLOOR_ELECTRON" "$@" 2> >(exec tee -a "$OPENFLOOR_TEST_LOG" >&2)
