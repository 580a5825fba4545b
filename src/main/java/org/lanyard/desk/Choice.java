package org.lanyard.desk;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

public final class Choice {

    private Choice() {}

    public static <T> void said(ComboBox<T> box, Function<T, String> words) {
        said(box, "", words);
    }

    public static <T> void said(ComboBox<T> box, String none, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? none : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
    }
}
