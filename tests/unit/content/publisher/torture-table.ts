/** One problem that a broken guide has to give: its place, its rule, and some of its words. */
export type Expected = {
  /** `file:line:column`, or the file alone. */
  readonly place: string;
  readonly rule: string;
  /** Part of what happened, and of what to do about it. */
  readonly what: string;
  readonly todo: string;
};

/** What each folder of `tests/fixtures/guides` has to give. */
export type Case = { readonly problems: readonly Expected[]; readonly more: boolean };

// folder | place (LETTER is the French cover letter) | rule | part of what happened | part of what to do.
// "and more" allows others of the same sort. Every folder that is not in fixtures.test.ts is here.
const TABLE = `
bad-date | LETTER:5:10 | bad-day | "updated" is "23/11/2026", which is not a day | Write the day in this form
bidi-override-characters | LETTER:13:16 | bidi-character | There is an invisible sign here that turns the direction of writing | Delete the words around this place and write them anew
binary-in-markdown | LETTER | not-text | This file is not a text: inside, it is a PNG image | Open the original
blockquote | LETTER:13:1 | blockquote | A paragraph begins with >, which makes it a quotation | Write it as a paragraph
box-in-a-page | LETTER:13:1 | box-in-page | There is a box to tick here ("[ ]") | Take the [ ] out
captions-as-srt | media/film.fr.vtt:1:1 | captions-without-head | do not begin with a line WEBVTT; they look like SRT | Save them as WebVTT
captions-beyond-the-film | media/film.fr.vtt:3:1 | caption-beyond-film | ends at 00:00:09.000, and "media/film.webm" at 00:00:01.000 | Correct its times
captions-out-of-order | media/film.fr.vtt:6:1 | caption-too-early | begins before the one of line 3 has ended | Let it begin when the other ends
captions-with-a-style | media/film.fr.vtt:3:1 | captions-style | There is a block STYLE in these captions | Take the block out
captions-with-html | media/film.fr.vtt:4:1 | caption-markup | There is code in this caption (<script>) | Take it out
captions-without-language | media/film.vtt | captions-name | does not say in which language they are | Rename the file
checklist-that-does-not-exist | LETTER:13:16 | unknown-checklist | "::checklist" names "checklists/my-vc", and the guide has no such docu | Did you mean "checklists/my-cv"? Correct the id
checklist-with-next-in-the-middle | checklists/my-cv.fr.md:12:1 | next-not-last | The block ":::next" is not the last thing of this checklist | Move it to the very end of the file
checklist-with-ticked-box | checklists/my-cv.fr.md:14:1 | ticked-box | This box is already ticked | Write - [ ] with a space between the brackets
checklist-with-twin-items | checklists/my-cv.fr.md:15:7 | twin-items | Two items of this checklist say the same | Change the words of one of them
checklist-without-groups | checklists/my-cv.fr.md:10:1 | no-groups | This checklist has no groups | Add a heading with ## and below it items that begin with "-
checklist-without-items | checklists/my-cv.fr.md:12:1 | group-without-boxes | This group has no boxes to tick | Add items that begin with "- [ ] "
checklist-without-theme | checklists/my-cv.fr.md:1:1 | missing-key | "theme" is missing | Add a line that begins with "theme:"
code-block | LETTER:13:1 | code | This text would be shown as computer code | signs or the spaces at the start of the line out
control-character | LETTER:13:15 | control-character | There is a sign here that is no letter and cannot be shown (U+001B) | Save the file again with the encoding "UTF-8"
data-url-image | LETTER:13:1 | image-from-web | This image comes from "data:image/png;base64,AAAA" | Save the image into the folder media/ and write media/ and i
data-url-link | LETTER:13:6 | web-link | This link goes to "data:text/html,<script>alert(1)</script>", outside | Write the address as ordinary text
different-dates-in-two-languages | pages/employment/cover-letter.nl.md:5:1 | different-detail | "updated" is not the same in both languages: 2026-11-23 | Write the same in both files
directive-with-brackets | LETTER:13:1 | block-attributes | There are curly brackets { } after ":::tip" | Take the curly brackets and what is in them out
directive-with-two-colons | LETTER:13:1 | two-colons | "::tip" has two colons | Write three colons
duplicate-related | LETTER:7:29 | named-twice | "related" names "checklists/my-cv" twice | Delete one of the two
duplicate-yaml-key | LETTER:5:1 | yaml-duplicate-key | "title" stands here a second time | Delete one of the two lines
empty-file | LETTER | empty-document | This document has no text | Write at least one paragraph below the second ---
empty-file | LETTER:1:1 | no-front-matter | The lines between --- and --- are missing at the very top of the file | Begin the file with a line ---
empty-heading | LETTER:13:1 | empty-heading | This heading has no words | Write the heading
empty-title | LETTER:2:7 | empty-value | "title" is empty | Write a value after the colon
ends-before-it-begins | LETTER:8:13 | ends-before-it-begins | This document ends (2026-12-01) before it begins (2026-12-02) | Correct "validFrom" or "validUntil"
ends-before-it-begins | pages/employment/cover-letter.nl.md:8:13 | ends-before-it-begins | This document ends (2026-12-01) before it begins (2026-12-02) | Correct "validFrom" or "validUntil"
event-ends-before-it-begins | events/cv-workshop.fr.md:9:7 | event-ends-before-it-begins | This event ends (2026-12-01T13:00) before it begins (2026-12-01T14:00) | Correct "starts" or "ends"
event-of-an-unknown-type | events/cv-workshop.fr.md:7:7 | not-in-choice | "type" is "party", which is not one of the choices | Choose one of these
event-on-an-impossible-day | events/cv-workshop.fr.md:8:9 | bad-day-with-hour | "starts" is "2026-02-30T14:00", which is not a day with an hour | Write it in this form
event-with-required-registration-and-no-words | events/cv-workshop.fr.md:13:15 | register-missing | "registration" is "required", and "register" is missing | Add a line "register:" with one sentence
featured-page | guide.yaml:14:11 | featured-is-no-checklist | "featured" is "employment/cover-letter", which is not a checklist | Write the id of a checklist
file-link | LETTER:13:6 | link-leaves-guide | This link goes to "file:///etc/passwd", a file on a disk | Write the id of a document
film-cut-short | media/film.webm | film-damaged | its file ends too early | Copy it here again
film-from-the-web | LETTER:15:31 | film-from-web | comes from "https://example.org/film.webm" | Save the film into the folder media/
film-from-the-web | pages/employment/cover-letter.nl.md:15:35 | film-from-web | comes from "https://example.org/film.webm" | Save the film into the folder media/
film-in-h265 | media/film.mp4 | film-picture-unknown | terminals cannot play (H.265 in an MP4 film) | Save it again as MP4 with H.264 and AAC
film-is-a-zip | media/film.webm | film-kind-unknown | inside, it is a ZIP archive | Save it again as MP4 with H.264 and AAC
film-outside-the-guide | LETTER:15:30 | film-missing | There is no film "../../secret.mp4" | put the film into media/
film-outside-the-guide | pages/employment/cover-letter.nl.md:15:34 | film-missing | There is no film "../../secret.mp4" | put the film into media/
film-that-begins-by-itself | LETTER:15:46 | unknown-block-detail | ":::video" knows no "autoplay" | Correct the name, or take it out
film-that-begins-by-itself | pages/employment/cover-letter.nl.md:15:50 | unknown-block-detail | ":::video" knows no "autoplay" | Correct the name, or take it out
film-under-another-name | media/film.mp4 | wrong-ending | inside, it is a WebM film | Rename it so that it ends in ".webm"
film-with-a-transcript-too-short | LETTER:15:1 | transcript-too-short | has 1 word; its captions have 3 | Write everything that is said
film-with-a-transcript-too-short | pages/employment/cover-letter.nl.md:15:1 | transcript-too-short | has 1 word; its captions have 3 | Write everything that is said
film-without-captions | pages/employment/cover-letter.nl.md:15:1 | captions-missing | has no captions in Dutch | guide -- new captions media/film.webm
film-without-poster | LETTER:15:1 | poster-missing | has no picture to show before it plays | Put an image with the same name beside it
film-without-poster | pages/employment/cover-letter.nl.md:15:1 | poster-missing | has no picture to show before it plays | Put an image with the same name beside it
film-without-transcript | LETTER:15:1 | transcript-missing | holds no text | Write it between the line :::video
film-without-transcript | pages/employment/cover-letter.nl.md:15:1 | transcript-missing | holds no text | Write it between the line :::video
film-written-like-an-image | LETTER:15:1 | film-as-image | is a film, written like an image | Write :::video[Title]
film-written-like-an-image | pages/employment/cover-letter.nl.md:15:1 | film-as-image | is a film, written like an image | Write :::video[Title]
footnote | LETTER:13:28 | footnote | There is a footnote here | Say it in the sentence
footnote | LETTER:15:1 | footnote | There is a footnote here | Say it in the sentence
front-matter-not-closed | LETTER:1:1 | front-matter-not-closed | The lines on top of this file begin with --- and never end | Write a line with only --- between the details and the text
gif-named-png | media/point.png | wrong-ending | The name of this image does not fit: inside, it is a GIF image | Rename it so that it ends in ".gif"
heading-in-a-list | LETTER:13:3 | heading-inside | There is a heading inside a list or a block | Move it out
heading-level-four | LETTER:13:1 | deep-heading | A heading begins with 4 # | Write ## for a heading
heading-level-one | LETTER:13:1 | top-heading | A heading begins with one # | Write ## for a heading
heading-level-three-first | LETTER:11:1 | heading-too-soon | A heading with ### comes before any heading with ## | Write ## for this heading
heading-too-long | LETTER:13:1 | heading-too-long | This heading has 74 characters | Say it in fewer words
html-comment | LETTER:13:1 | html-comment | There is a hidden note (<!-- ... -->) in the text | Take it out
html-in-a-sentence | LETTER:13:7 | raw-html | There is HTML code here | Take it out
html-in-a-sentence | LETTER:13:37 | raw-html | There is HTML code here | Take it out
html-named-svg | media/point.svg | not-an-image | This is not an image that the kiosk can show: inside, it is something else | Save the picture again as JPEG (a photograph)
huge-title | LETTER:2:8 | too-long | "title" has 391 characters | Say it in fewer words
iframe | LETTER:13:1 | raw-html | There is HTML code here | Take it out
image-in-a-sentence | LETTER:13:7 | image-in-text | This image stands inside a paragraph or beside another image | Put it on a line of its own
image-too-narrow | media/point.png | image-too-narrow | This image is only 40 pixels wide | Use a larger original: at least 320 pixels wide
impossible-date | LETTER:5:10 | bad-day | "updated" is "2026-02-30", which is not a day | Write the day in this form
inherited-names | LETTER:7:11 | bad-id | "related 1" is "__proto__/constructor", which cannot be the id of a do | Write the id of a document that exists
inherited-names | LETTER:8:1 | unknown-key | The guide does not know "__proto__" | Correct the name
inline-code | LETTER:13:7 | code | This text would be shown as computer code | signs or the spaces at the start of the line out
javascript-link | LETTER:13:6 | web-link | This link goes to "javascript:alert(document.cookie)", outside the gui | Write the address as ordinary text
javascript-link-in-disguise | LETTER:13:6 | web-link | This link goes to "javascript:alert(1)", outside the guide | Write the address as ordinary text
keyword-in-title | LETTER:4:11 | keyword-in-title | The keyword "lettre" is in the title already | Delete it, or write a word that the title does not have
keyword-that-is-a-sentence | LETTER:4:11 | keyword-too-long | has 50 characters; the most is 40 | Shorten it
keyword-twice | LETTER:4:11 | keyword-twice | The keyword "Candidature" stands in "keywords" twice | Delete one of the two
keyword-without-letters | LETTER:4:11 | empty-keyword | One of the "keywords" has no letters | Take out the comma too many
latin-1-file | LETTER | not-utf8 | The letters of this file cannot be read | Open it in your editor and save it again
leftover-stars | LETTER:13:7 | leftover-stars | The stars ** do not make anything bold here | Take out spaces between the stars and the words
link-by-reference | LETTER:13:6 | link-by-reference | This link keeps its target in another place of the file | Write it as [words](employment/first-interview)
link-by-reference | LETTER:15:1 | link-by-reference | This link keeps its target in another place of the file | Write it as [words](employment/first-interview)
link-to-self | LETTER:13:6 | link-to-self | This link goes to the document it stands in | Link to another document
link-with-a-space | LETTER:13:12 | broken-link | This looks like a link, but it is not complete | Write it as [words](employment/first-interview)
link-without-words | LETTER:13:6 | link-without-words | This link has no words | Write between [ and ] what the visitor will find
list-from-three | LETTER:13:1 | list-start | This numbered list begins with 3 | Begin with 1
list-pasted-from-a-text-program | LETTER:13:1 | private-sign | There is a sign here that only the program it comes from can show | Delete it
lost-letters | LETTER:13:21 | lost-letter | A letter was lost here | Write the word anew
missing-front-matter | LETTER:1:1 | no-front-matter | The lines between --- and --- are missing at the very top of the file | Begin the file with a line ---
missing-image | LETTER:13:1 | image-missing | There is no image "media/brigde.svg" | Did you mean "media/bridge.svg"? Correct the name
name-with-spaces | pages/employment/Où chercher.fr.md | bad-slug | "pages/employment/Où chercher.fr.md" cannot be the name of a document | Rename the file
name-without-language | pages/employment/where-to-look.md | no-language-in-name | The name of this file does not say its language | Write the two letters of its language before .md
nested-directive-unclosed | LETTER:14:1 | block-not-closed | The block ":::steps" is never closed | Write a line that has only ::: after its last line
next-to-itself | LETTER:6:7 | reference-to-self | "next" names this very document | Name another document
notice-in-one-language | notices/open-later.nl.md | missing-side | The Dutch text is missing | Write notices/open-later.nl.md beside notices/open-later.fr.
notice-that-ends-before-it-begins | notices/open-later.fr.md:8:13 | ends-before-it-begins | This document ends (2026-11-01) before it begins (2026-11-23) | Correct "validFrom" or "validUntil"
notice-without-end | notices/open-later.fr.md:1:1 | missing-key | "validUntil" is missing | Add a line that begins with "validUntil:"
nul-byte | LETTER:13:15 | control-character | There is a sign here that is no letter and cannot be shown (U+0000) | Save the file again with the encoding "UTF-8"
partner-without-contact-details | partners/example.fr.md:7:10 | empty-contact | "contact" has no address, no telephone, no mail and no website | Add one of these lines under it
path-traversal-in-disguise | LETTER:13:6 | link-leaves-guide | This link goes to "%2e%2e/%2e%2e/etc/passwd", a file on a disk | Write the id of a document
path-traversal-in-image | LETTER:13:1 | image-outside-media | This image is at "media/../../../etc/passwd", which is not in the fold | Put the image into media/ and write media/ and its name here
pixel-bomb | media/point.png | image-too-large | This image has 20000 × 20000 pixels | Make it smaller
png-cut-short | media/point.png | image-damaged | This image is damaged | Copy it here again
png-named-jpg | media/point.jpg | wrong-ending | The name of this image does not fit: inside, it is a PNG image | Rename it so that it ends in ".png"
question-without-answer | LETTER:13:1 | empty-block | The block ":::question" is empty | Write a sentence into it
remote-image | LETTER:13:1 | image-from-web | This image comes from "https://example.org/bridge.png" | Save the image into the folder media/ and write media/ and i
rrule-every-second | events/cv-workshop.fr.md:10:10 | repeats-too-often | "repeats" has SECONDLY: more than once a day | Write FREQ=DAILY or rarer
rrule-nonsense | events/cv-workshop.fr.md:10:10 | repeats-unreadable | "repeats" is "tous les mardis", which cannot be read as a repetition | Write it in this form
rrule-without-end | events/cv-workshop.fr.md:10:10 | repeats-for-ever | "repeats" has no end | Add the last day
service-without-hours | services/cv-help.fr.md:1:1 | missing-key | "when" is missing | Add a line that begins with "when:"
steps-without-list | LETTER:13:1 | steps-without-list | The block ":::steps" does not hold exactly one numbered list | Put one list with 1
stray-colons | LETTER:15:1 | stray-closing | closes nothing | Take it out
svg-bomb | media/bridge.svg:2:1 | svg-entities | This SVG drawing begins with abbreviations of its own (<!DOCTYPE ... [ | Save the drawing again as "plain SVG"
svg-cut-short | media/bridge.svg:2:5 | svg-broken | This SVG drawing is damaged | Save it again from a drawing program
svg-with-event-handler | media/bridge.svg:2:3 | svg-event | This SVG drawing reacts to touch or to being loaded (onload) | Save the drawing again as "plain SVG"
svg-with-external-reference | media/bridge.svg:2:3 | svg-reference | This SVG drawing needs something from elsewhere ("https://example.org/ | Save the drawing again with everything inside it
svg-with-foreign-object | media/bridge.svg:2:3 | svg-foreign | This SVG drawing holds something else than a drawing (<foreignObject>) | Save the drawing again as "plain SVG"
svg-with-words | media/bridge.svg:2:3 | svg-words | This SVG drawing holds words | Take the words out of the drawing and write them in its capt
svg-without-size | media/bridge.svg | image-without-size | The size of this drawing cannot be found | Save it again from a drawing program
tab-indented-yaml | LETTER:2:1 | yaml-tab | This line begins with a tab (in the lines on top of the text) | Replace the tab by spaces
table | LETTER:13:1 | table | There is a table here | Write it as a list
text-program-document-as-markdown | LETTER | not-text | This file is not a text: inside, it is a ZIP archive | Open the original
theme-in-one-language | guide.yaml:12:5 | localized-missing | "title" has no Dutch text | Add a line "nl:" under it
three-languages | guide.yaml:4:3 | localized-missing | "name" has no German text | Add a line "de:" under it
three-languages | pages/employment/cover-letter.de.md | missing-side | The German text is missing | Write pages/employment/cover-letter.de.md beside pages/emplo
three-languages | and more
tip-without-text | LETTER:13:1 | empty-block | The block ":::tip" is empty | Write a sentence into it
tip-without-title | LETTER:13:1 | block-without-title | The block ":::tip" has no title | Write it in square brackets: :::tip[The title]
too-many-keywords | LETTER:4:11 | too-many-keywords | "keywords" has 13 of them; the most is 12 | Keep the 12 that people really say
two-yaml-documents | LETTER:4:1 | yaml-second-document | A line begins with --- here (in the lines on top of the text) | Take the --- out
unclosed-guide-yaml | guide.yaml:3:1 | yaml-not-closed | Something is opened and never closed before this place (in guide.yaml) | Look for a missing " or ' or ] just before this place
underlined-heading | LETTER:13:1 | underlined-heading | A line of --- or === right below a text turns that text into a heading | Write ## before the heading
unknown-kind-folder | faq/first-visit.fr.md | stray-file | This file has no place in the guide | Move it to one of these places
unknown-language-file | pages/employment/cover-letter.de.md | unknown-language | The name of this file says the language is "de", and the guide has no | Rename the file
unknown-line-colour | guide.yaml:10:11 | not-in-choice | "themes 1, line" is "pink", which is not one of the choices | Choose one of these
unknown-theme | pages/emploi | unknown-theme | The guide has no theme "emploi" | Rename the folder
unknown-time-zone | guide.yaml:6:13 | bad-time-zone | "centre, timeZone" is "Europe/Bruxelles", which is not a time zone | Write its name as in Europe/Brussels
unused-image | media/alone.svg | image-unused | No document shows this image | Show it in a document
utf-16-file | LETTER | not-utf8 | The letters of this file cannot be read | Open it in your editor and save it again
utf-16-file-without-mark | LETTER:1:2 | control-character | There is a sign here that is no letter and cannot be shown (U+0000) | Save the file again with the encoding "UTF-8"
wrong-type-in-front-matter | LETTER:2:8 | bad-text | "title" has to be a piece of text | Put the value between double quotes
wrong-type-in-front-matter | LETTER:4:8 | bad-number | "order" has to be a whole number, 0 or more | Write digits only
wrong-type-in-front-matter | LETTER:7:10 | bad-list | "related" has to be a list | Put square brackets around it
yaml-apostrophe-in-quotes | LETTER:2:18 | yaml-quotes-end-early | Nothing more was expected on this line (in the lines on top of the tex | Put the whole value between double quotes
yaml-bomb | LETTER:6:7 | yaml-special-sign | A value begins with !, & or * here (in the lines on top of the text) | Put the value between double quotes
yaml-brackets-in-brackets | LETTER:6:22 | nested-too-deep | Too many lists, blocks or brackets stand one inside the other here | Close what is open above this place (each ::: block needs it
yaml-quote-not-closed | LETTER:6:33 | yaml-not-closed | Something is opened and never closed before this place (in the lines o | Look for a missing " or ' or ] just before this place
zero-pixel-image | media/point.png | image-damaged | This image is damaged | Copy it here again
zero-width-characters-in-id | LETTER:6:7 | bad-id | which cannot be the id of a document | Did you mean "employment/first-interview"? Write the id of a
zero-width-characters-in-id | LETTER:6:24 | invisible-character | invisible sign here (U+200B) | Delete the word at this place and write it anew
`;

/** The broken guides by the name of their folder. */
export const TORTURE: ReadonlyMap<string, Case> = read(TABLE);

/** Broken guides that can be built all the same: their problems are warnings. */
export const ONLY_WARNED: ReadonlySet<string> = new Set(['checklist-with-twin-items']);

function read(table: string): Map<string, Case> {
  const cases = new Map<string, Case>();
  for (const line of table.trim().split('\n')) {
    const [name = '', place = '', rule = '', what = '', todo = ''] = line.split(' | ');
    const before = cases.get(name) ?? { problems: [], more: false };
    if (place === 'and more') cases.set(name, { ...before, more: true });
    else {
      const problem = {
        place: place.replace(/^LETTER/, 'pages/employment/cover-letter.fr.md'),
        rule,
        what,
        todo,
      };
      cases.set(name, { ...before, problems: [...before.problems, problem] });
    }
  }
  return cases;
}
