"""What both kinds of Anki file have in common: note types, fields, identity and times of notes, decks."""
