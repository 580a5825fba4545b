package org.lanyard.desk;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.lanyard.reader.Codes;

/** A QR code on the screen, black on white in every theme. */
public final class QrView {

    private QrView() {}

    /** @param size of each side, in pixels of the screen */
    public static void show(ImageView view, String text, double size) {
        boolean[][] modules = Codes.qr(text);
        WritableImage image = new WritableImage(modules.length, modules.length);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                image.getPixelWriter().setColor(x, y, modules[y][x] ? Color.BLACK : Color.WHITE);
            }
        }
        view.setImage(image);
        view.setSmooth(false);
        view.setFitWidth(size);
        view.setFitHeight(size);
    }
}
