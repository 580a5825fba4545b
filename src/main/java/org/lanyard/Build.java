package org.lanyard;

import java.util.Optional;

/** The version of this program, and the commit that it was built from, as the jar's manifest says. */
public final class Build {

    private Build() {}

    public static String version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }
}
