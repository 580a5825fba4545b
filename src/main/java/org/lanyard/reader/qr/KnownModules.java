package org.lanyard.reader.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;

/** Modules that are the same in every code of a size: finder, timing and alignment patterns, quiet zone (ISO/IEC 18004, 6.3). */
final class KnownModules {

    private static final float UNKNOWN = 0;
    private static final float DARK = -1;
    private static final float LIGHT = 1;

    private final int size;
    private final float[] modules;

    KnownModules(int size) {
        this.size = size;
        this.modules = new float[size * size];
        Arrays.fill(modules, UNKNOWN);
        for (int i = 8; i < size - 8; i++) {
            set(i, 6, i % 2 == 0);
            set(6, i, i % 2 == 0);
        }
        finder(3, 3);
        finder(size - 4, 3);
        finder(3, size - 4);
        set(8, size - 8, true);
        alignments(Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters());
    }

    private void finder(int u, int v) {
        rings(u, v, 4, 0b01011);
    }

    private void alignments(int[] centres) {
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean finder = i == 0 && (j == 0 || j == last) || i == last && j == 0;
                if (!finder) {
                    rings(centres[j], centres[i], 2, 0b101);
                }
            }
        }
    }

    private void rings(int u, int v, int reach, int dark) {
        for (int i = -reach; i <= reach; i++) {
            for (int j = -reach; j <= reach; j++) {
                if (u + j >= 0 && v + i >= 0 && u + j < size && v + i < size) {
                    set(u + j, v + i, (dark >> Math.max(Math.abs(i), Math.abs(j)) & 1) != 0);
                }
            }
        }
    }

    private void set(int u, int v, boolean dark) {
        modules[v * size + u] = dark ? DARK : LIGHT;
    }

    /** -1 dark, 1 light, 0 unknown. */
    float at(int u, int v) {
        return u < 0 || v < 0 || u >= size || v >= size ? LIGHT : modules[v * size + u];
    }

    boolean surrounded(int u, int v) {
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                if (at(u + j, v + i) == UNKNOWN) {
                    return false;
                }
            }
        }
        return true;
    }
}
