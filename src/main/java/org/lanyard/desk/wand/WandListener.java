package org.lanyard.desk.wand;

/** Told what the wand sent, on the FX thread, in order. */
public interface WandListener {

    void scanned(Scanned scanned);

    /** A run that looked like a scan was too slow to be taken for one; nobody else sees it. */
    void tooSlow(Scanned run);

    void keyHeld();
}
