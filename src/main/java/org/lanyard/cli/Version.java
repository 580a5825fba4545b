package org.lanyard.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Lanyard "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("(not packaged)")};
    }
}
