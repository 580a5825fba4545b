package org.lanyard.desk;

import java.util.Random;
import java.util.UUID;

public final class NewCode {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";
    private static final int LENGTH = 8;

    private NewCode() {}

    public static String of(UUID id) {
        Random random = new Random(id.getLeastSignificantBits());
        StringBuilder code = new StringBuilder("L");
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
