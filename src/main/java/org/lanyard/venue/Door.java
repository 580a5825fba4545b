package org.lanyard.venue;

import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Product;

/** A product that is checked at an entrance; {@code capacity} in people, null for no limit (R17). */
public record Door(Product product, @Nullable Integer capacity, boolean countExits) {}
