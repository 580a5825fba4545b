package org.lanyard.cli;

final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
