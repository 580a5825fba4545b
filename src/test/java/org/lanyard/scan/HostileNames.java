package org.lanyard.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two hundred names that nobody has: each hurts a screen, or would pass itself off as something else there. */
public final class HostileNames {

    private static final long SEED = 20261128;
    private static final int ALL = 200;
    private static final int KINDS = 20;

    private HostileNames() {}

    /** Any twenty in a row hold one of each kind. */
    public static List<String> all() {
        Random random = new Random(SEED);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            names.add(name(i % KINDS, random));
        }
        return List.copyOf(names);
    }

    private static String name(int kind, Random random) {
        int many = 1 + random.nextInt(400);
        return switch (kind) {
            case 0 -> "Ada \u202E" + "niemda".repeat(1 + random.nextInt(3)) + "\u202C Lovelace";
            case 1 -> "\u2066Ada\u2069 \u2067" + "\u05D0".repeat(1 + random.nextInt(30)) + " \u202B\u202DLovelace";
            case 2 -> "A\u200Bd\u2060a\uFEFF L\u00ADovelace" + "\u200D".repeat(many);
            case 3 -> word(random, 1 + random.nextInt(60)).repeat(20);
            case 4 -> word(random, 7).concat(" ").repeat(100);
            case 5 -> "e" + mark(random).repeat(100 * many) + "x";
            case 6 -> ("Z" + mark(random) + mark(random) + mark(random) + "a").repeat(50);
            case 7 -> "\uD83D\uDC69\u200D\uD83D\uDCBB".repeat(many) + " Ada";
            case 8 -> "\uD83C\uDDE9\uD83C\uDDEA".repeat(20) + "\uD83C\uDDE9 \u2764\uFE0F".repeat(random.nextInt(20));
            case 9 -> "Ada\nChecked in\r\n\u2028In the house\u2029\u0085\u000BVIP";
            case 10 -> "\n".repeat(many) + "Ada";
            case 11 -> "<b>Ada</b><script>alert(1)</script> &lt;i&gt; {0} {1,number} %s %n ${jndi:ldap://x} '";
            case 12 -> "A_d_a __Lovelace_ & _Son";
            case 13 -> SpreadsheetPayloads.ALL.get(random.nextInt(SpreadsheetPayloads.ALL.size()));
            case 14 -> "Ada \uD83D Lovelace \uDE00\uD83D";
            case 15 -> "\u05D0\u05D1\u05D2 123 \u0627\u062D\u0645\u062F, (abc) ".repeat(1 + random.nextInt(12));
            case 16 -> "\u3164\u115F\uFFA0\u2800\u3000\u00A0".repeat(1 + random.nextInt(9));
            case 17 -> "\u001B[2J\u001B]0;x\u0007\u0000\b\b\bAda\u009B31m";
            case 18 -> "\uE000\uFFFF\uDBFF\uDFFF\uD835\uDD38\uFDFD\uA9C5\u12031".repeat(1 + random.nextInt(20));
            default -> Hostile.payload(random);
        };
    }

    /** As a file can hold it: half of a pair of characters cannot stand in one. */
    public static String storable(String name) {
        return name.replace("\u0000", "").replaceAll("\\p{Cs}", "?");
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static String mark(Random random) {
        return List.of("\u0301", "\u0489", "\u20DD", "\u302A", "\u0E47", "\u05B0", "\uFE20", "\u0BBE")
                .get(random.nextInt(8));
    }
}
