package org.lanyard.desk;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.lanyard.reader.Codes;

public final class QrView {

    private QrView() {}

    /** @param size of each side at most, in pixels of the screen; each module is a whole number of them */
    public static void show(ImageView view, String text, int size) {
        boolean[][] modules = Codes.qr(text);
        int scale = Math.max(1, size / modules.length);
        WritableImage image = new WritableImage(modules.length * scale, modules.length * scale);
        for (int y = 0; y < modules.length * scale; y++) {
            for (int x = 0; x < modules.length * scale; x++) {
                image.getPixelWriter().setColor(x, y, modules[y / scale][x / scale] ? Color.BLACK : Color.WHITE);
            }
        }
        view.setImage(image);
    }
}
