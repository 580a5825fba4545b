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

    private static final String RECORD = "-XX:TieredStopAtLevel=1 -XX:AOTMode=record -XX:AOTConfiguration=";
    /**
     * What was compiled while recording is compiled as soon as its class is used, and never optimized: so only what the first
     * compiler met often, and the window alone. Nothing of this has to do with a decoder's loops, which are optimized as always.
     */
    private static final String WINDOW = "-XX:Tier3InvocationThreshold=2000 -XX:Tier3MinInvocationThreshold=1000"
            + " -XX:Tier3CompileThreshold=10000 -XX:Tier3BackEdgeThreshold=300000 ";
    private static final String RECORDS = "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining ";

    void run() throws IOException, InterruptedException {
        train("window", WINDOW);
        train("records", RECORDS);
        Jpackage.addCache(image);
        Jpackage.sealAgain(image);
        Tree.setTimes(image.folder(), release.time());
    }

    private void train(String part, String options) throws IOException, InterruptedException {
        Path recorded = release.work().toAbsolutePath().resolve(part + ".aotconf");
        Path cache = image.app().toAbsolutePath().resolve(part + ".aot");
        boolean hidden = release.platform().is(Platform.System.LINUX) && System.getenv("DISPLAY") == null;
        boolean virtual = hidden && Run.present("xvfb-run");
        image.run(virtual ? List.of("xvfb-run", "-a", "-s", "-screen 0 1366x768x24") : List.of(),
                options + RECORD + recorded
                        + (hidden && !virtual ? " -Dglass.platform=Headless -Dprism.order=sw" : ""),
                "self-test", "--only", part);
        image.run(List.of(), "-XX:AOTMode=create -XX:AOTConfiguration=" + recorded + " -XX:AOTCache=" + cache, "--version");
        Files.delete(recorded);
    }
}
