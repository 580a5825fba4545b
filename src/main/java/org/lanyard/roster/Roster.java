package org.lanyard.roster;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;

/**
 * Conferences, attendees, their orders and items. Methods with a {@code Db} run within its transaction; all others may
 * be called from any thread but the ledger's writer.
 */
public final class Roster {

    private final Ledger ledger;
    private final Conferences conferences;
    private final RosterImport imports;
    private final Snapshots snapshots;
    private final RosterArchive archive;
    private final ZoneId machineZone;
    private final KeptTerms terms = new KeptTerms();
    private final Catalogue catalogue;

    public Roster(Ledger ledger, ZoneId machineZone, RosterArchive archive, Maker maker) {
        this.archive = archive;
        this.ledger = ledger;
        this.conferences = new Conferences(ledger, maker);
        this.imports = new RosterImport(ledger, conferences, machineZone, archive, maker);
        this.snapshots = new Snapshots(ledger);
        this.machineZone = machineZone;
        this.catalogue = new Catalogue(ledger);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public List<Conference> conferences() {
        return ledger.read(Conferences::all);
    }

    /**
     * @param slug in any case; null for the only one here
     * @throws NotPossible when there is none, or several to choose from
     */
    public Conference conference(@Nullable String slug) {
        return conferences.find(slug);
    }

    /**
     * {@link #conference}, begun without anybody where it is new: its roster is still to come.
     *
     * @throws NotPossible when the slug is none, or null and not clear
     */
    public Conference conferenceOrNew(@Nullable String slug) {
        return conferences.findOrBegin(slug, machineZone);
    }

    /**
     * Changes a conference's settings; null leaves one as it is.
     *
     * @throws NotPossible when redemptions already made contradict {@code per} (R19)
     */
    public Conference set(Conference conference, @Nullable String name, @Nullable ZoneId zone,
            Conference.@Nullable RedeemPer per) {
        conferences.set(conference, Optional.ofNullable(name), Optional.ofNullable(zone), Optional.ofNullable(per));
        return conferences.find(conference.slug());
    }

    public void set(Conference conference, TermsChange change) {
        conferences.set(conference, change);
    }

    /**
     * Applies what a source states, all or nothing; changes nothing where the options ask for a trial run.
     *
     * @throws NotPossible when too many attendees would vanish, or the conference is not clear
     */
    public ImportReport apply(StatedRoster stated, ImportOptions options) {
        return apply(stated, options, () -> {});
    }

    /** @param step run at every step; what it throws ends the import, and nothing is changed */
    public ImportReport apply(StatedRoster stated, ImportOptions options, Runnable step) {
        return imports.apply(stated, options, false, step);
    }

    public ImportReport preview(StatedRoster stated, ImportOptions options) {
        return imports.apply(stated, options.trial(), false, () -> {});
    }

    /**
     * The roster as a source would state it, effective statuses and notes included: an import of it changes nothing.
     *
     * @param withdrawnToo with those who are withdrawn
     * @param checkIns     with first check-ins, which to another roster are made elsewhere
     */
    public StatedRoster stated(Conference conference, boolean withdrawnToo, boolean checkIns) {
        return ledger.read(db -> StoredRoster.read(db, conference, withdrawnToo, checkIns));
    }

    public Optional<String> mapping(Conference conference, String headers) {
        return ledger.read(db -> Mappings.of(db, conference.id(), headers));
    }

    /** @param answers a JSON object */
    public void keepMapping(Conference conference, String headers, String answers) {
        ledger.writeNow(db -> Mappings.keep(db, conference.id(), headers, answers));
    }

    public void forgetMapping(Conference conference, String headers) {
        ledger.writeNow(db -> Mappings.forget(db, conference.id(), headers));
    }

    /** Times of the rosters kept from before imports, the latest first. */
    public List<Instant> kept(Conference conference) {
        return archive.kept(conference);
    }

    /**
     * Goes back to the roster of before the last import, by an import of it; corrections, links and records stay.
     *
     * @throws NotPossible when none is kept
     */
    public ImportReport revert(Conference conference) {
        Instant latest =
                archive.kept(conference).stream().findFirst().orElseThrow(() -> new NotPossible("roster.none-kept"));
        return imports.apply(archive.read(conference, latest),
                ImportOptions.of(ImportOptions.Format.JSON, conference.slug()).forced(true), true, () -> {});
    }

    public StatedRoster uncorrected(Conference conference) {
        return ledger.read(db -> StoredRoster.uncorrected(db, conference));
    }

    /**
     * Takes over a version of the roster that another station of the venue states as a whole: no correction ends by that.
     *
     * @throws NotPossible as {@link #apply}
     */
    public ImportReport follow(StatedRoster stated, String conference) {
        ImportOptions options = ImportOptions.of(ImportOptions.Format.JSON, conference).forced(true).skippingBadRows();
        return imports.follow(stated, ledger.read(Conferences::all).stream()
                .filter(known -> known.slug().equalsIgnoreCase(conference)).findFirst().map(options::named).orElse(options));
    }

    /** From now on told of each import and pull that changed something, in its transaction. */
    public void afterImport(AfterImport listener) {
        imports.tell(listener);
    }

    /** @param guard asked before another way of counting is set (R19), outside of its transaction; what it throws ends that */
    public void beforeCounting(Consumer<Conference> guard) {
        conferences.beforeCounting(guard);
    }

    public void eachPerson(Conference conference, Consumer<Person> person) {
        ledger.read(db -> {
            EveryPerson.read(db, conference.id(), Products.read(db, conference.id()), person, () -> false);
            return true;
        });
    }

    /** Notes the registration server's id of a line, unless one of them has another already. */
    public void noteUpstreamId(long line, long upstreamId) {
        ledger.writeNow(db -> db.run("""
                UPDATE order_line_item SET upstream_id = ?2 WHERE id = ?1 AND upstream_id IS NULL
                   AND NOT EXISTS (SELECT 1 FROM order_line_item WHERE upstream_id = ?2)
                """, line, upstreamId));
    }

    public Conference conferenceOf(long attendee) {
        return ledger.read(db -> {
            long id = db.number("SELECT conference_id FROM attendee WHERE id = ?", attendee);
            return Conferences.all(db).stream().filter(known -> known.id() == id).findFirst().orElseThrow();
        });
    }

    public Optional<Person> find(Conference conference, Reading reading) {
        return ledger.read(db -> lookup(db, conference, reading, false)) instanceof Lookup.Found(Person person, var _)
                ? Optional.of(person) : Optional.empty();
    }

    /**
     * Reads everybody into memory, where they are not there already, so that scans and the first search need not ask
     * the file who they are. Good until a roster is changed, or another program writes to the file. Takes a few seconds for
     * 100,000 people; lets go of those of another conference.
     */
    public void keepAtHand(Conference conference) {
        snapshots.keep(conference);
    }

    public void endKeeping() {
        snapshots.end();
    }

    /** Matching people, best first: before all those with exactly this code or order reference. */
    public List<Person> search(Conference conference, String text, int limit) {
        Query query = Query.of(text);
        if (query.isEmpty()) {
            return List.of();
        }
        return ledger.read(db -> {
            Set<Long> ids = new LinkedHashSet<>(FurtherCodes.exactly(db, conference.id(), text.strip()));
            ids.addAll(snapshots.find(db, conference.id(), query, limit));
            return People.byIds(db, ids.stream().limit(limit).toList());
        });
    }

    /**
     * The product that a slug or an exact name means, {@code ticket:SLUG} or {@code addon:SLUG} where both kinds have it (R14).
     *
     * @param kind what it must be; null for either
     * @throws NotPossible when there is none, or two
     */
    public Product product(Conference conference, String slug, Product.@Nullable Kind kind) {
        String name = ProductKey.exactName(slug);
        List<Product> fitting = products(conference).stream()
                .filter(product -> kind == null || product.kind() == kind)
                .filter(product -> product.slug().equalsIgnoreCase(slug) || ProductKey.exactName(product.name()).equals(name)
                        || slug.equalsIgnoreCase(product.kind().prefix() + ":" + product.slug()))
                .toList();
        if (fitting.isEmpty()) {
            throw new NotPossible(kind == Product.Kind.ADDON ? "product.no-addon" : "product.none",
                    conference.slug(), slug);
        }
        List<Product> exact = fitting.stream().filter(product -> slug.endsWith(product.slug())).toList();
        List<Product> meant = exact.isEmpty() ? named(fitting, name) : exact;
        if (meant.size() > 1) {
            throw new NotPossible("product.both", slug);
        }
        return meant.getFirst();
    }

    private static List<Product> named(List<Product> fitting, String name) {
        List<Product> named = fitting.stream().filter(product -> ProductKey.exactName(product.name()).equals(name)).toList();
        return named.isEmpty() ? fitting : named;
    }

    /** Ticket types, then add-ons, in the order they came into being. */
    public List<Product> products(Conference conference) {
        return ledger.read(db -> Products.read(db, conference.id()).all());
    }

    public Optional<Product> addon(Db db, Conference conference, String slug) throws SQLException {
        return db.one(row -> new Product(Product.Kind.ADDON, row.getLong(1), slug, row.getString(2)),
                "SELECT id, ifnull(name_here, name) FROM addon WHERE conference_id = ? AND slug = ?", conference.id(), slug);
    }

    public Lookup lookup(Db db, Conference conference, Reading reading, boolean keyed)
            throws SQLException {
        return Lookup.of(db, snapshots, conference, reading, keyed);
    }

    public Terms terms(Db db, Conference conference) throws SQLException {
        return terms.of(db, conference.id());
    }

    public Terms terms(Conference conference) {
        return ledger.read(db -> Terms.read(db, conference.id()));
    }

    public Optional<Lookup.Group> group(Db db, Conference conference, long attendee) throws SQLException {
        return Groups.with(db, conference.id(), attendee);
    }

    public Optional<Person> person(Db db, long attendee) throws SQLException {
        return People.byId(db, attendee);
    }
}
