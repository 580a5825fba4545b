package org.lanyard.roster.format;

import java.util.regex.Pattern;

final class RuinedNumber {

    private static final Pattern SCIENTIFIC = Pattern
            .compile("[+-]?[0-9]([.,][0-9]+)?[eE][+-][0-9]{1,3}|[0-9][.,][0-9]+[eE][0-9]{1,3}");
    private static final Pattern ERROR =
            Pattern.compile("#(NAME\\?|NUM!|VALUE!|REF!|N/A|DIV/0!|NULL!|SPILL!|CALC!|WERT!|ZAHL!"
                    + "|BEZUG!|NOM\\s?\\?|NOMBRE\\s?!|VALEUR\\s?!|¿NOMBRE\\?|¡NUM!|NOME\\?|NÚM!)|Err:[0-9]+|#{3,}");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}([., \u00A0\u202F'’][0-9]{3})+([.,][0-9]{1,2})?");
    private static final Pattern DATE =
            Pattern.compile("(?i)[0-9]{1,2}[-. ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
                    + "mrz|mai|okt|dez)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mrz|mai|okt|dez)[-. ][0-9]{2}");

    private RuinedNumber() {}

    static boolean isRuined(String cell) {
        return isScientific(cell) || isError(cell) || hasThousands(cell);
    }

    static boolean isScientific(String cell) {
        return SCIENTIFIC.matcher(cell).matches();
    }

    static boolean isError(String cell) {
        return !cell.isEmpty() && (cell.charAt(0) == '#' || cell.charAt(0) == 'E') && ERROR.matcher(cell).matches();
    }

    static boolean hasThousands(String cell) {
        return THOUSANDS.matcher(cell).matches();
    }

    static boolean isShortDate(String cell) {
        return DATE.matcher(cell).matches();
    }
}
