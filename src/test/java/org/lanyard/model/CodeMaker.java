package org.lanyard.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Access codes of two conferences, many of them made to be mistaken for each other. */
final class CodeMaker {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String PLAIN = LETTERS + "0123456789";
    private static final String CONFUSED = "O0I1S5B8";

    private static final int NEWCOMERS = 8;

    private final Random random;
    private final Set<String> here = new LinkedHashSet<>();
    private final Set<String> elsewhere = new LinkedHashSet<>();

    CodeMaker(Random random) {
        this.random = random;
        times(150, () -> here.add(code(PLAIN, 8)));
        times(24, () -> elsewhere.add(code(PLAIN, 8)));
        times(8, this::caseTwins);
        times(14, () -> here.add(code(CONFUSED + "AX7", 8)));
        times(6, this::lookAlikeTwins);
        times(6, this::layoutTwins);
        times(5, this::twinsElsewhere);
        here.addAll(List.of("A", "7", "z9", "Q1", "c", "12345678", "A:B", "b 2", "É9", "%41"));
        times(2, () -> here.add(code(PLAIN, 20)));
        elsewhere.removeAll(here);
    }

    List<String> here() {
        return new ArrayList<>(here);
    }

    /** People who are on the roster only when it is read again. */
    List<String> newcomers() {
        return here().subList(0, NEWCOMERS);
    }

    List<String> fromTheStart() {
        return here().subList(NEWCOMERS, here.size());
    }

    List<String> elsewhere() {
        return new ArrayList<>(elsewhere);
    }

    private static void times(int count, Runnable step) {
        for (int i = 0; i < count; i++) {
            step.run();
        }
    }

    private String code(String alphabet, int length) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }

    /** Two or three people whose codes differ by case alone. */
    private void caseTwins() {
        String code = "K" + code(PLAIN, 6) + "T";
        here.add("k" + code.substring(1));
        here.add(code.substring(0, 7) + "t");
        if (random.nextBoolean()) {
            here.add(code);
        }
    }

    /** Codes that an O and a zero alone tell apart, so that neither is offered for the other. */
    private void lookAlikeTwins() {
        String code = code("ACEFGHJ", 6);
        here.add("O" + code + "5");
        here.add("0" + code + "5");
    }

    /** One typed text can stand for both of the first two, by one layout or by the other; the third is alone. */
    private void layoutTwins() {
        String code = code("BCDEFGHIJKLNOPRSTUVX", 7);
        here.add("W" + code);
        here.add("Y" + code);
        here.add("Y" + code("BCDEFGHIJKLNOPRSTUVX", 7));
    }

    /** Codes that differ by case alone from one in the other conference; of the second kind two are there. */
    private void twinsElsewhere() {
        String code = "E" + code(PLAIN, 6) + "E";
        here.add(code);
        elsewhere.add("e" + code.substring(1));
        String pair = "P" + code(PLAIN, 6) + "P";
        elsewhere.add(pair);
        elsewhere.add("p" + pair.substring(1));
    }
}
