package org.lanyard.desk.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a sentence that the screen's session has ended: Xlib would end the program without a word. */
final class LostDisplay {

    private static final Logger LOG = LoggerFactory.getLogger(LostDisplay.class);
    private static final String LIBRARY = "libX11.so.6";

    private LostDisplay() {}

    /** As C knows it: takes the function that is called, and returns the one before. */
    @FunctionalInterface
    public interface SetHandler {
        MemorySegment set(MemorySegment handler);
    }

    /** Once the window is there, since GTK has a silent handler of its own. Does nothing where no X server is used. */
    @SuppressWarnings("restricted")
    static void watch() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                || System.getProperty("glass.platform") != null) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle set = linker.downcallHandle(
                    SymbolLookup.libraryLookup(LIBRARY, Arena.global()).findOrThrow("XSetIOErrorHandler"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle gone = MethodHandles.lookup().findStatic(LostDisplay.class, "gone",
                    MethodType.methodType(int.class, MemorySegment.class));
            MethodHandleProxies.asInterfaceInstance(SetHandler.class, set).set(linker.upcallStub(gone,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS), Arena.global()));
        } catch (ReflectiveOperationException | IllegalArgumentException without) {
            LOG.debug("a display that goes away ends the program silently", without);
        }
    }

    // Called by Xlib, which ends the program with exit code 1 when this returns.
    private static int gone(MemorySegment display) {
        System.err.println(new StationFault("desk.no-display").getMessage());
        return display.equals(MemorySegment.NULL) ? 0 : 1;
    }
}
