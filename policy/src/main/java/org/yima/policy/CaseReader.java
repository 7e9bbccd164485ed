package org.yima.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Bill;
import org.yima.settlement.BillLine;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Counter;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Ratio;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/** Reads one case file. */
final class CaseReader {

  private final String district;
  private final Member.Scheme scheme;

  private CaseReader(String district, Member.Scheme scheme) {
    this.district = district;
    this.scheme = scheme;
  }

  static CaseFile read(SourceFile file) {
    var keys = Yaml.read(file).keys("about", "origin", "source", "district", "scheme", "cases");
    var reader =
        new CaseReader(
            PolicyReader.district(keys.need("district")),
            keys.need("scheme").oneOf(Member.Scheme.class));
    return new CaseFile(
        file.name(),
        keys.need("about").text(),
        keys.need("origin").oneOf(CaseFile.Origin.class),
        keys.need("source").text(),
        keys.need("cases").list().stream().map(reader::workedCase).toList());
  }

  private WorkedCase workedCase(Entry entry) {
    var keys = entry.keys("name", "person", "year", "account", "bill", "expect");
    var visit =
        new Visit(
            bill(keys.need("bill")),
            member(keys.need("person")),
            year(keys.find("year")),
            account(keys.find("account")));
    String name = keys.need("name").text();
    return new WorkedCase(name, entry.line(), district, visit, expected(keys.need("expect")));
  }

  private Member member(Entry entry) {
    var keys = entry.keys("employment", "age", "approvals");
    var approvals = new ArrayList<Member.Approval>();
    for (Entry approval : keys.items("approvals")) {
      var parts = approval.keys("type", "disease", "from", "until");
      approvals.add(
          new Member.Approval(
              parts.need("type").oneOf(MedicalType.class),
              parts.need("disease").text(),
              parts.need("from").date(),
              parts.need("until").date()));
    }
    return new Member(scheme, employment(keys), wholeNumber(keys.need("age")), approvals);
  }

  private Member.Employment employment(Entry.Keys keys) {
    if (scheme == Member.Scheme.RESIDENT && !keys.has("employment")) {
      return Member.Employment.NONE;
    }
    Entry entry = keys.need("employment");
    var employment = entry.oneOf(Member.Employment.class);
    if ((scheme == Member.Scheme.RESIDENT) != (employment == Member.Employment.NONE)) {
      throw entry.fail(
          "居民没有在职、退休之分，职工必须注明", "residents have no employment, employees are active or retired");
    }
    return employment;
  }

  private static YearSoFar year(@Nullable Entry entry) {
    var totals = new HashMap<Counter, Money>();
    if (entry != null) {
      entry.entries().forEach((name, total) -> totals.put(counter(name, total), total.money()));
    }
    return YearSoFar.of(totals);
  }

  private static Counter counter(String name, Entry at) {
    try {
      return Counter.of(name);
    } catch (IllegalArgumentException e) {
      throw at.fail(
          "不认识的累计“" + name + "”；请写 deductible:POOL、cost:POOL 或 fund:POOL",
          "unknown running total '" + name + "'; write deductible:POOL, cost:POOL or fund:POOL");
    }
  }

  private static PersonalAccount account(@Nullable Entry entry) {
    if (entry == null) {
      return PersonalAccount.NONE;
    }
    var keys = entry.keys("balance", "limit");
    Entry limit = keys.find("limit");
    return new PersonalAccount(keys.need("balance").money(), limit == null ? null : limit.money());
  }

  private static Bill bill(Entry entry) {
    var keys = entry.keys("date", "type", "level", "kind", "disease", "lines");
    Entry kind = keys.find("kind");
    Entry disease = keys.find("disease");
    var hospital =
        new Hospital(
            keys.need("level").oneOf(Words.LEVELS, Words::level),
            kind == null ? Hospital.Kind.GENERAL : kind.oneOf(Hospital.Kind.class));
    return new Bill(
        keys.need("date").date(),
        keys.need("type").oneOf(MedicalType.class),
        hospital,
        disease == null ? null : disease.text(),
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
        entry.keys("item", "class", "upfront", "price-ceiling", "price", "quantity", "amount");
    ItemClass itemClass = keys.need("class").oneOf(Words.CLASSES, Words::itemClass);
    Entry upfront = keys.find("upfront");
    Ratio ratio = upfront == null ? Ratio.ZERO : upfront.ratio();
    BigDecimal ceiling = number(keys.find("price-ceiling"));
    var item = new CatalogueItem(keys.need("item").text(), itemClass, ratio, ceiling);
    Money amount = keys.need("amount").money();
    BigDecimal quantity = number(keys.find("quantity"));
    BigDecimal price = number(keys.find("price"));
    return new BillLine(
        number,
        item,
        price == null ? new BigDecimal(amount.toString()) : price,
        quantity == null ? BigDecimal.ONE : quantity,
        amount);
  }

  private static @Nullable BigDecimal number(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    if (!entry.text().matches("[0-9]{1,8}(\\.[0-9]{1,4})?")) {
      throw entry.fail(
          "“" + entry.text() + "”不是数；最多八位整数、四位小数",
          "'" + entry.text() + "' is not a number of up to eight digits and four decimals");
    }
    return new BigDecimal(entry.text());
  }

  private static int wholeNumber(Entry entry) {
    if (!entry.text().matches("[0-9]{1,3}")) {
      throw entry.fail("年龄是整数", "an age is a whole number");
    }
    return Integer.parseInt(entry.text());
  }

  private static Map<String, String> expected(Entry entry) {
    var expected = new HashMap<String, String>();
    entry.entries().forEach((field, value) -> expected.put(field, expectation(field, value)));
    if (expected.isEmpty()) {
      throw entry.fail("“expect”没有写任何结果；请至少写一项", "'expect' names no result; give at least one");
    }
    return expected;
  }

  private static String expectation(String field, Entry value) {
    if (SplitFields.isAmount(field)) {
      return value.money().toString();
    }
    return switch (field) {
      case SplitFields.DECISION ->
          value.oneOf(SplitFields.DECISIONS.stream().sorted().toList(), name -> name);
      case SplitFields.CHARGED_AS -> Words.of(value.oneOf(MedicalType.class));
      case SplitFields.YEAR_AFTER -> year(value).toString();
      default ->
          throw value.fail(
              "不认识的结果“" + field + "”；见 policies/README.md",
              "unknown result '" + field + "'; see policies/README.md");
    };
  }
}
