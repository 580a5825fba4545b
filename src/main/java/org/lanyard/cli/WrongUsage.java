package org.lanyard.cli;

/** An option whose value cannot be meant; its message says what it takes. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
