package org.yima.sandbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yima.platform.catalogue.Disease;
import org.yima.platform.catalogue.Item;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.District;
import org.yima.platform.institution.Institution;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.NewPerson;
import org.yima.platform.person.PersonName;
import org.yima.securitypkg.Suite;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Ratio;

/**
 * The invented world as its tables say it. Ids begin with 990000, a region that does not exist, and
 * the names are made up: nobody is meant.
 */
public final class World {
  /** Everyone is enrolled and every item holds from this day. */
  static final LocalDate BEGINNING = LocalDate.of(2023, 1, 1);

  private World() {}

  /**
   * An invented person.
   *
   * @param who what makes them worth meeting
   * @param approvals for chronic disease, by its code
   */
  public record Inhabitant(String who, NewPerson person, Map<MedicalType, String> approvals) {}

  /** A place of treatment with the system it calls from. */
  public record Place(
      Institution institution, AccessSystem system, List<Suite> suites, boolean plain) {}

  record Priced(Item item, @Nullable Money ceiling) {}

  static List<District> districts() {
    return Tsv.read("districts").stream()
        .map(row -> new District(cell(row, "district"), cell(row, "name"), 3, 24))
        .toList();
  }

  public static List<Place> places() {
    return Tsv.read("institutions").stream().map(World::place).toList();
  }

  public static List<Inhabitant> people() {
    return Tsv.read("people").stream().map(World::inhabitant).toList();
  }

  /** The districts that have an institution, and so a catalogue. */
  static Set<String> placesOfTreatment() {
    return places().stream()
        .map(place -> place.institution().district())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<Priced> items() {
    return Tsv.read("items").stream().map(World::item).toList();
  }

  static List<Disease> diseases() {
    return Tsv.read("diseases").stream()
        .map(row ->
            new Disease(
                cell(row, "code"),
                cell(row, "name"),
                List.of(cell(row, "categories").split(" ", -1)),
                BEGINNING))
        .toList();
  }

  private static Place place(Map<String, String> row) {
    District district =
        districts().stream()
            .filter(each -> each.code().equals(cell(row, "district")))
            .findFirst()
            .orElseThrow();
    var institution =
        new Institution(
            cell(row, "hospcode"),
            cell(row, "merchantcode"),
            district,
            cell(row, "name"),
            Institution.Kind.valueOf(cell(row, "kind")),
            Integer.parseInt(cell(row, "level")),
            Hospital.Kind.valueOf(cell(row, "care")),
            Hospital.Tier.NONE,
            List.of("http://127.0.0.1:8089/callback"));
    return new Place(
        institution,
        new AccessSystem(cell(row, "system"), cell(row, "systemname")),
        Arrays.stream(cell(row, "suites").split(",")).map(Suite::valueOf).toList(),
        Boolean.parseBoolean(cell(row, "plain")));
  }

  private static Inhabitant inhabitant(Map<String, String> row) {
    String employer = cell(row, "employer");
    var person =
        new NewPerson(
            cell(row, "district"),
            cell(row, "number"),
            new IdNumber(IdNumber.RESIDENT_ID, cell(row, "id")),
            new PersonName(cell(row, "name")),
            new CardNumber(cell(row, "card")),
            cell(row, "sex"),
            LocalDate.parse(cell(row, "birth")),
            employer.isEmpty() ? null : "E" + Integer.toHexString(employer.hashCode()),
            employer.isEmpty() ? null : employer,
            Scheme.valueOf(cell(row, "scheme")),
            Boolean.parseBoolean(cell(row, "retired")),
            Boolean.parseBoolean(cell(row, "frozen")),
            BEGINNING,
            Money.of(cell(row, "balance")));
    return new Inhabitant(cell(row, "who"), person, approvals(cell(row, "approval")));
  }

  private static Map<MedicalType, String> approvals(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    int colon = text.indexOf(':');
    return Map.of(MedicalType.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  private static Priced item(Map<String, String> row) {
    String ceiling = cell(row, "ceiling");
    @Nullable Money price = ceiling.isEmpty() ? null : Money.of(ceiling);
    var terms =
        CatalogueItem.of(
            cell(row, "code"),
            ItemClass.of(cell(row, "class")),
            Ratio.of(cell(row, "upfront")),
            price,
            false);
    boolean herb = Boolean.parseBoolean(cell(row, "herb"));
    return new Priced(new Item(terms, cell(row, "name"), herb, BEGINNING, null), price);
  }

  private static String cell(Map<String, String> row, String name) {
    return java.util.Objects.requireNonNull(row.get(name), name);
  }
}
