package com.sun.glass.ui.unpainted;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/**
 * JavaFX's headless platform, but that no frame is copied into its screen, which nobody sees: it does that pixel by pixel, for
 * two thirds of the processor time of a window's test. JavaFX finds this class by its name, for
 * {@code -Dglass.platform=Unpainted}. Snapshots do not come from that screen, and are the same.
 */
public final class UnpaintedPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new HeadlessApplication() {
            @Override
            public View createView() {
                return new HeadlessView() {
                    @Override
                    protected void _uploadPixels(long pointer, Pixels pixels) {
                        // nobody looks
                    }
                };
            }
        };
    }
}
