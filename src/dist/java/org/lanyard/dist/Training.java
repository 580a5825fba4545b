package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the AOT caches: the image's own launcher runs {@code lanyard self-test}, recorded, and the virtual machine then keeps
 * the classes that were loaded and linked. One cache for the window and one for commands, because each start loads all
 * classes of its cache. A cache that does not fit, or is missing, only makes the start slower.
 */
record Training(Image image, Release release) {

    /**
     * The optimizing compiler is off while recording. Else its profiles go into the cache, and it compiles as soon as a
     * window opens, which costs a second of processor time; a decoder's loops are optimized as always.
     */
    private static final String RECORD = "-XX:TieredStopAtLevel=1 -XX:AOTMode=record -XX:AOTConfiguration=";

    void run() throws IOException, InterruptedException {
        train("window");
        train("records");
        Jpackage.addCache(image);
        Jpackage.sealAgain(image);
        Tree.setTimes(image.folder(), release.time());
    }

    private void train(String part) throws IOException, InterruptedException {
        Path recorded = release.work().toAbsolutePath().resolve(part + ".aotconf");
        Path cache = image.app().toAbsolutePath().resolve(part + ".aot");
        boolean hidden = release.platform().is(Platform.System.LINUX) && System.getenv("DISPLAY") == null;
        boolean virtual = hidden && Run.present("xvfb-run");
        image.run(virtual ? List.of("xvfb-run", "-a", "-s", "-screen 0 1366x768x24") : List.of(),
                RECORD + recorded
                        + (hidden && !virtual ? " -Dglass.platform=Headless -Dprism.order=sw" : ""),
                "self-test", "--only", part);
        image.run(List.of(), "-XX:AOTMode=create -XX:AOTConfiguration=" + recorded + " -XX:AOTCache=" + cache, "--version");
        Files.delete(recorded);
    }
}
