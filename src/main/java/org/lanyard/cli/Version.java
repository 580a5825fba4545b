package org.lanyard.cli;

import org.lanyard.Build;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Lanyard " + Build.version()};
    }
}
