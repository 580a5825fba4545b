package org.lanyard;

import java.lang.reflect.InvocationTargetException;

/** The entry class. Compiled for Java 17, so that a Java too old for the program can say so in words. */
public final class Main {

    private static final int NEEDED = 25;

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("Lanyard needs Java " + NEEDED + " or newer, and this is Java " + found
                    + "; please install a newer one, for example from https://adoptium.net.");
            System.exit(1);
        }
        try {
            Class.forName("org.lanyard.cli.Lanyard").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
