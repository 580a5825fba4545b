package com.sun.glass.ui.unpainted;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * JavaFX's headless platform, but that no frame is copied into its screen, which nobody sees: it does that pixel by pixel, for
 * two thirds of the processor time of a window's test. JavaFX finds this class by its name, for
 * {@code -Dglass.platform=Unpainted}. Snapshots do not come from that screen, and are the same.
 */
public final class UnpaintedPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new UnpaintedApplication();
    }

    private static final class UnpaintedApplication extends HeadlessApplication {

        private static final StackWalker CALLERS = StackWalker.getInstance();
        private static final String PAINTER = "com.sun.prism.PresentableState";
        // The platform's own screen has 1,000 lines of 1,000 pixels, and clears a larger window beyond its end.
        private static final int BYTES = 4 * 1_000 * 3_000;

        @Override
        protected Screen[] staticScreen_getScreens() {
            Screen[] screens = super.staticScreen_getScreens();
            try {
                Field screen = HeadlessApplication.class.getDeclaredField("frameBuffer");
                screen.setAccessible(true);
                screen.set(this, ByteBuffer.allocate(BYTES));
            } catch (ReflectiveOperationException other) {
                throw new IllegalStateException("JavaFX's headless platform is another one", other);
            }
            return screens;
        }

        @Override
        public View createView() {
            return new HeadlessView() {
                // A window that there is none of is not painted.
                @Override
                public Window getWindow() {
                    return PAINTER.equals(CALLERS.walk(frames -> frames.skip(1).findFirst()).orElseThrow().getClassName())
                            ? null : super.getWindow();
                }

                @Override
                protected void _uploadPixels(long pointer, Pixels pixels) {
                    // nobody looks
                }
            };
        }
    }
}
