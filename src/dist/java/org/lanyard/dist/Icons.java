package org.lanyard.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The icon in each system's container; all of them hold the same PNG of 256 × 256 pixels. */
final class Icons {

    private static final int ICO_HEADER = 22;
    private static final int ICNS_HEADER = 8;

    private Icons() {}

    static Path of(Release release) throws IOException {
        byte[] png = Files.readAllBytes(release.icon());
        return switch (release.platform().system()) {
            case LINUX -> release.icon();
            case WINDOWS -> Files.write(release.work().resolve("lanyard.ico"), ico(png));
            case MACOS -> Files.write(release.work().resolve("Lanyard.icns"), icns(png));
        };
    }

    /** One image; 256 pixels are written as 0. */
    private static byte[] ico(byte[] png) {
        return ByteBuffer.allocate(ICO_HEADER + png.length).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0).putShort((short) 1).putShort((short) 1)
                .put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0)
                .putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(ICO_HEADER).put(png).array();
    }

    /** {@code ic08} is a PNG of 256 × 256. */
    private static byte[] icns(byte[] png) {
        return ByteBuffer.allocate(2 * ICNS_HEADER + png.length)
                .put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(2 * ICNS_HEADER + png.length)
                .put("ic08".getBytes(StandardCharsets.US_ASCII)).putInt(ICNS_HEADER + png.length).put(png).array();
    }
}
