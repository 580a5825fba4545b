package org.lanyard.roster;

import com.ibm.icu.text.Transliterator;

/** Cyrillic and Greek names in Latin letters, as their owners' passports have them (BGN, UNGEGN). */
final class Romanization {

    private static final char FIRST_GREEK = '\u0370';

    private Romanization() {}

    // Made when the first such name is met: it takes a while.
    private static final class Rules {

        static final Transliterator CYRILLIC = Transliterator.getInstance("Russian-Latin/BGN; Cyrillic-Latin; Latin-ASCII");
        static final Transliterator UKRAINIAN =
                Transliterator.getInstance("Ukrainian-Latin/BGN; Cyrillic-Latin; Latin-ASCII");
        static final Transliterator GREEK = Transliterator.getInstance("Greek-Latin/UNGEGN; Latin-ASCII");
    }

    /** The name, and behind it the same in Latin letters where it has Cyrillic or Greek ones. */
    static String withLatin(String name) {
        if (isLatin(name)) {
            return name;
        }
        boolean cyrillic = has(name, Character.UnicodeScript.CYRILLIC);
        if (!cyrillic && !has(name, Character.UnicodeScript.GREEK)) {
            return name;
        }
        Transliterator rules = cyrillic ? Rules.CYRILLIC : Rules.GREEK;
        if (cyrillic && name.codePoints().anyMatch(letter -> "іїєґІЇЄҐ".indexOf(letter) >= 0)) {
            rules = Rules.UKRAINIAN;
        }
        return name + ' ' + rules.transliterate(name).replaceAll("['’]", "");
    }

    // A roster of a hundred thousand is asked name by name.
    private static boolean isLatin(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_GREEK) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(String text, Character.UnicodeScript script) {
        return text.codePoints().anyMatch(letter -> letter > 0x7F && Character.UnicodeScript.of(letter) == script);
    }
}
