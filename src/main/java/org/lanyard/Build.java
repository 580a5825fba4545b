package org.lanyard;

import java.util.Optional;

public final class Build {

    private Build() {}

    public static String version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }
}
