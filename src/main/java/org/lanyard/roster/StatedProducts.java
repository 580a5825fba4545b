package org.lanyard.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Product;

/** Finds the products that a source means among the known ones, and begins those that are new. */
final class StatedProducts {

    private final KnownRoster known;
    private final Changes changes;
    private final List<Product> all;
    private final Map<ProductKey, Product> meant = new HashMap<>();

    StatedProducts(KnownRoster known, Changes changes) {
        this.known = known;
        this.changes = changes;
        this.all = new ArrayList<>(known.products);
    }

    /** Those known by a slug first: others may be called by the same slug. */
    void addAll(Map<ProductKey, String> stated) {
        stated.forEach((key, name) -> {
            if (!key.named()) {
                meant.put(key, declared(key, name));
            }
        });
        stated.forEach((key, name) -> {
            if (key.named()) {
                meant.put(key, named(key.kind(), key.word()));
            }
        });
    }

    Product of(ProductKey key) {
        return meant.get(key);
    }

    private Product declared(ProductKey key, String name) {
        Optional<Product> before = bySlug(key.kind(), key.word());
        if (before.isEmpty()) {
            return add(key.kind(), key.word(), name);
        }
        return renamed(before.get(), name);
    }

    private Product named(Product.Kind kind, String name) {
        return byName(kind, name).or(() -> bySlug(kind, name)).orElseGet(() -> bySlug(kind, Folding.slug(name))
                .map(known -> renamed(known, name)).orElseGet(() -> add(kind, Folding.slug(name), name)));
    }

    private Product renamed(Product product, String name) {
        if (!product.name().equals(name) && !name.equals(product.slug())) {
            changes.add(ticket(product.kind()) ? Changes.NAME_TICKET_TYPE : Changes.NAME_ADDON, name, product.id());
        }
        return product;
    }

    private Optional<Product> bySlug(Product.Kind kind, String slug) {
        return all.stream().filter(product -> product.kind() == kind && product.slug().equals(slug)).findFirst();
    }

    private Optional<Product> byName(Product.Kind kind, String name) {
        return all.stream().filter(product -> product.kind() == kind
                && ProductKey.exactName(product.name()).equals(name)).findFirst();
    }

    private Product add(Product.Kind kind, String slug, String name) {
        long id = known.nextId(ticket(kind) ? "ticket_type" : "addon");
        changes.add(ticket(kind) ? Changes.ADD_TICKET_TYPE : Changes.ADD_ADDON, id, known.conference.id(), slug, name);
        Product added = new Product(kind, id, slug, name);
        all.add(added);
        return added;
    }

    private static boolean ticket(Product.Kind kind) {
        return kind == Product.Kind.TICKET_TYPE;
    }
}
