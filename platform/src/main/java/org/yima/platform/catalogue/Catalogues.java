package org.yima.platform.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.ItemClass;
import org.yima.settlement.Money;
import org.yima.settlement.Ratio;

/**
 * Tables {@code item}, of which a district is read once and again after {@link #forget}, and {@code
 * disease}.
 */
@Component
public final class Catalogues {
  private static final String ALL =
      """
      select code, valid_from, valid_to, name, class, upfront_ratio, ceiling_price, herb, needs_approval
        from item where district = ? order by code, valid_from
      """;

  private static final String INSERT =
      """
      insert into item (district, code, valid_from, valid_to, name, class, upfront_ratio,
        ceiling_price, herb, needs_approval) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_DISEASE =
      """
      insert into disease (district, code, name, categories, valid_from, version)
      values (?, ?, ?, ?, ?, 1)
      """;

  private static final String BEGIN =
      """
      insert into catalogue_version (district, catalogue, version)
      values (?, 'item', 1), (?, 'disease', 1)
      on conflict do nothing
      """;

  private final Database database;
  private final Map<String, Map<String, List<Item>>> districts = new ConcurrentHashMap<>();

  Catalogues(Database database) {
    this.database = database;
  }

  /** The item as it stands on a day at the place of treatment; unknown items are self-paid. */
  public Item find(String district, String code, LocalDate day) {
    return districts.computeIfAbsent(district, this::load).getOrDefault(code, List.of()).stream()
        .filter(item -> item.holdsOn(day))
        .findFirst()
        .orElseGet(() -> Item.unknown(code));
  }

  /** Begins the catalogues of a district. */
  public void begin(Batch batch, String district) {
    batch.tell(BEGIN, district, district);
  }

  /** Enters a disease. */
  public void enter(Batch batch, String district, Disease disease) {
    batch.tell(
        INSERT_DISEASE,
        district,
        disease.code(),
        disease.name(),
        disease.categories().toArray(String[]::new),
        disease.from());
  }

  /** Enters an item; the ceiling is in fen a unit, null where there is none. */
  public void enter(Batch batch, String district, Item item, @Nullable Money ceiling) {
    batch.tell(
        INSERT,
        district,
        item.terms().code(),
        item.from(),
        item.until(),
        item.name(),
        item.terms().itemClass().code(),
        item.terms().upfront().millionths() / 100,
        ceiling == null ? null : ceiling.fen(),
        item.herb(),
        item.terms().needsApproval());
  }

  /** Reads everything again when next asked. */
  public void forget() {
    districts.clear();
  }

  private Map<String, List<Item>> load(String district) {
    var batch = new Batch();
    var items = batch.ask(ALL, Catalogues::item, district);
    database.query(batch);
    return items.rows().stream().collect(Collectors.groupingBy(item -> item.terms().code()));
  }

  private static Item item(ResultSet row) throws SQLException {
    long ceiling = row.getLong("ceiling_price");
    @Nullable Money price = row.wasNull() ? null : Money.ofFen(ceiling);
    var terms =
        CatalogueItem.of(
            row.getString("code"),
            ItemClass.of(row.getString("class")),
            new Ratio(row.getInt("upfront_ratio") * 100),
            price,
            row.getBoolean("needs_approval"));
    return new Item(
        terms,
        row.getString("name"),
        row.getBoolean("herb"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
