package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.lanyard.ledger.Db;
import org.lanyard.roster.packed.PackedMap;
import org.lanyard.scan.Detail;

/**
 * Everybody of one conference as of one version of its roster. Those who changed since all of them were read stand beside
 * the rest, so that a change costs as much as it changes. Immutable.
 *
 * @param version the conference's {@code roster_version}
 * @param recent  those who changed since, by access code
 * @param index   of everybody but those, whom {@code recentIndex} has
 */
record Snapshot(long conference, long version, Products products, PackedMap<Person> people, Map<String, Person> recent,
        SearchIndex index,
        SearchIndex recentIndex) {

    // With more changes than these everybody is read again.
    private static final int MOST_RECENT = 2000;
    private static final String CHANGED = """
            SELECT id FROM attendee NOT INDEXED WHERE conference_id = ? AND changed_in > ? LIMIT %d
            """.formatted(MOST_RECENT + 1);

    static long version(Db db, long conference) throws SQLException {
        return db.number("SELECT roster_version FROM conference WHERE id = ?", conference);
    }

    static Snapshot read(Db db, long conference, BooleanSupplier stop) throws SQLException {
        Products products = Products.read(db, conference);
        PackedMap<Person> people = new PackedMap<>(Person::accessCode, new PersonCodec(products));
        List<SearchIndex.Entry> entries = new ArrayList<>();
        EveryPerson.read(db, conference, products, person -> {
            people.put(person);
            entries.add(entry(person));
        }, stop);
        return new Snapshot(conference, version(db, conference), products, people, Map.of(), new SearchIndex(entries),
                new SearchIndex(List.of()));
    }

    Snapshot broughtUp(Db db, BooleanSupplier stop) throws SQLException {
        List<Long> changed = db.list(row -> row.getLong(1), CHANGED, conference, version);
        boolean renamed = !Products.read(db, conference).all().containsAll(products.all());
        if (renamed || changed.size() + recent.size() > MOST_RECENT) {
            return read(db, conference, stop);
        }
        Map<String, Person> newer = new HashMap<>(recent);
        for (long id : changed) {
            People.byId(db, id).ifPresent(person -> newer.put(person.accessCode(), person));
        }
        return new Snapshot(conference, version(db, conference), products, people, newer, index,
                new SearchIndex(newer.values().stream().map(Snapshot::entry).toList()));
    }

    Optional<Person> byCode(String code) {
        Person changed = recent.get(code);
        return changed == null ? people.get(code) : Optional.of(changed);
    }

    List<Long> find(Query query, int limit) {
        List<SearchIndex.Hit> hits = new ArrayList<>(index.find(query, limit, recent.values().stream().map(Person::id)
                .collect(Collectors.toSet())));
        hits.addAll(recentIndex.find(query, limit, Set.of()));
        return hits.stream().sorted(SearchIndex.BEST).limit(limit).map(SearchIndex.Hit::id).toList();
    }

    private static SearchIndex.Entry entry(Person person) {
        List<String> fields = new ArrayList<>();
        Detail.SEARCHED.forEach(detail -> fields.add(detail == Detail.NAME ? Romanization.withLatin(person.name())
                : person.details().text(detail)));
        fields.add(person.accessCode());
        person.orders().forEach(order -> fields.add(order.reference()));
        return SearchIndex.entry(person.id(), fields);
    }
}
