package org.lanyard.desk.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The two looks of the desk: a theme of AtlantaFX, and our colours on top of it. */
public enum Theme {
    LIGHT, DARK;

    String base() {
        return (this == LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet();
    }

    String sheet() {
        return this == LIGHT ? "light.css" : "dark.css";
    }

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
