package org.yima.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Bill;
import org.yima.settlement.BillLine;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;
import org.yima.settlement.Ratio;

/** Reads the bill of a case. */
final class BillReader {

  private BillReader() {}

  static Bill read(Entry entry) {
    var keys =
        entry.keys(
            "date",
            "admitted",
            "type",
            "hospital",
            "level",
            "kind",
            "tier",
            "place",
            "disease",
            "lines");
    Entry code = keys.find("hospital");
    Entry place = keys.find("place");
    Entry disease = keys.find("disease");
    Entry admitted = keys.find("admitted");
    var hospital =
        new Hospital(
            code == null ? "" : TermsReader.pool(code),
            keys.need("level").oneOf(Words.LEVELS, Words::level),
            keys.oneOf("kind", Hospital.Kind.class, Hospital.Kind.GENERAL),
            keys.oneOf("tier", Hospital.Tier.class, Hospital.Tier.NONE));
    return new Bill(
        keys.need("date").date(),
        keys.need("type").oneOf(MedicalType.class),
        hospital,
        disease == null ? null : disease.text(),
        place == null ? null : PolicyReader.district(place),
        admitted == null ? null : admitted.date(),
        lines(keys.need("lines").list()));
  }

  private static List<BillLine> lines(List<Entry> entries) {
    var lines = new ArrayList<BillLine>();
    for (Entry entry : entries) {
      lines.add(line(lines.size() + 1, entry));
    }
    return lines;
  }

  private static BillLine line(int number, Entry entry) {
    var keys =
        entry.keys(
            "item",
            "class",
            "upfront",
            "price-ceiling",
            "needs-approval",
            "approved",
            "price",
            "quantity",
            "amount");
    ItemClass itemClass = keys.need("class").oneOf(Words.CLASSES, Words::itemClass);
    Entry upfront = keys.find("upfront");
    Ratio ratio = upfront == null ? Ratio.ZERO : upfront.ratio();
    var item =
        new CatalogueItem(
            keys.need("item").text(),
            itemClass,
            ratio,
            number(keys.find("price-ceiling")),
            keys.yes("needs-approval"));
    Money amount = keys.need("amount").money();
    BigDecimal quantity = number(keys.find("quantity"));
    BigDecimal price = number(keys.find("price"));
    return new BillLine(
        number,
        item,
        price == null ? new BigDecimal(amount.toString()) : price,
        quantity == null ? BigDecimal.ONE : quantity,
        amount,
        keys.yes("approved"));
  }

  private static @Nullable BigDecimal number(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    if (!entry.text().matches("[0-9]{1,8}(\\.[0-9]{1,4})?")) {
      throw entry.bad(
          "“" + entry.text() + "”不是数；最多八位整数、四位小数",
          "'" + entry.text() + "' is not a number of up to eight digits and four decimals");
    }
    return new BigDecimal(entry.text());
  }
}
