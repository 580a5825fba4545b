package org.lanyard.roster;

import java.text.Normalizer;
import org.lanyard.scan.Product;

/**
 * A product as a source calls it.
 *
 * @param named whether {@code word} is the product's name; else it is its slug
 */
public record ProductKey(Product.Kind kind, String word, boolean named) {

    public static ProductKey slug(Product.Kind kind, String slug) {
        return new ProductKey(kind, slug, false);
    }

    public static ProductKey named(Product.Kind kind, String name) {
        return new ProductKey(kind, exactName(name), true);
    }

    /** Names are compared exactly, once trimmed and composed (NFC). */
    static String exactName(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }
}
