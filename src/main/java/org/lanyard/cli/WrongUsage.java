package org.lanyard.cli;

/** An option has a value that it does not take; the message says which values it takes. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
