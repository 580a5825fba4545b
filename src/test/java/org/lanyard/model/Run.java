package org.lanyard.model;

import java.util.ArrayList;
import java.util.List;
import org.lanyard.model.Register.Product;

/**
 * One call of {@code scan}: where, by whom, for what, and how many payloads go in.
 *
 * @param product what a door or a redemption is bound to, else null
 * @param staff   null for nobody known
 * @param options what else is on the command line
 */
record Run(String conference, Mode mode, Product product, String station, String staff, List<String> options,
        int scans) {

    enum Mode { CHECK_IN, DOOR, REDEEM, CHOOSE }

    static Run checkIn(String conference, String station, int scans) {
        return new Run(conference, Mode.CHECK_IN, null, station, null, List.of(), scans);
    }

    static Run door(Product product, String station, int scans) {
        return new Run(RegisterMaker.HERE, Mode.DOOR, product, station, null, List.of(), scans);
    }

    static Run redeem(Product product, String station, int scans) {
        return new Run(RegisterMaker.HERE, Mode.REDEEM, product, station, null, List.of(), scans);
    }

    static Run choose(String station, int scans) {
        return new Run(RegisterMaker.HERE, Mode.CHOOSE, null, station, null, List.of(), scans);
    }

    Run by(String name) {
        return new Run(conference, mode, product, station, name, options, scans);
    }

    Run with(String... more) {
        return new Run(conference, mode, product, station, staff, List.of(more), scans);
    }

    boolean has(String option) {
        return options.contains(option);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("scan", "--conference", conference, "--station", station));
        switch (mode) {
            case CHECK_IN -> arguments.add("--check-in");
            case DOOR -> arguments.addAll(List.of("--door", product.qualified()));
            case REDEEM -> arguments.addAll(List.of("--redeem", product.slug()));
            case CHOOSE -> arguments.add("--redeem");
        }
        if (staff != null) {
            arguments.addAll(List.of("--staff", staff));
        }
        arguments.addAll(options);
        return arguments;
    }
}
