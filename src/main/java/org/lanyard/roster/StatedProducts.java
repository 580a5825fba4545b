package org.lanyard.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lanyard.scan.Product;

final class StatedProducts {

    private final KnownRoster known;
    private final Changes changes;
    private final List<Product> all;
    private final Map<ProductKey, Product> meant = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    StatedProducts(KnownRoster known, Changes changes) {
        this.known = known;
        this.changes = changes;
        this.all = new ArrayList<>(known.products);
    }

    // Those known by a slug first: others may be called by the same slug.
    void addAll(Map<ProductKey, String> stated) {
        stated.forEach((key, name) -> {
            if (key.named()) {
                names.add(key.word());
            } else {
                meant.put(key, declared(key, name));
            }
        });
        stated.keySet().stream().filter(ProductKey::named).forEach(key -> meant.put(key, named(key.kind(), key.word())));
    }

    Product of(ProductKey key) {
        return Objects.requireNonNull(meant.get(key));
    }

    private Product declared(ProductKey key, String name) {
        Optional<Product> before = bySlug(key.kind(), key.word());
        if (before.isEmpty()) {
            return add(key.kind(), key.word(), name);
        }
        if (!before.get().name().equals(name) && !name.equals(key.word())) {
            changes.add(ticket(key.kind()) ? Changes.NAME_TICKET_TYPE : Changes.NAME_ADDON, name, before.get().id());
        }
        return before.get();
    }

    // A word that is the slug of a product means that product, unless the source has both as names ("VIP", "vip").
    private Product named(Product.Kind kind, String name) {
        return byName(kind, name)
                .or(() -> bySlug(kind, name).filter(known -> !names.contains(ProductKey.exactName(known.name()))
                        || !known.name().equalsIgnoreCase(name)))
                .orElseGet(() -> add(kind, Slugs.ofProduct(name, slug -> bySlug(kind, slug).isPresent()), name));
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
