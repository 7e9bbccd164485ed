package org.yima.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Counter;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.SameVisit;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/** Reads one case file. */
final class CaseReader {

  private final String district;
  private final PersonReader people;

  private CaseReader(String district, Member.Scheme scheme) {
    this.district = district;
    this.people = new PersonReader(scheme);
  }

  /** One case with a fault does not take the others with it. */
  static CaseFile read(SourceFile file) {
    Entry root = Yaml.read(file);
    if (root.entries().containsKey("benefits") && !root.entries().containsKey("cases")) {
      throw root.fail(
          "这是政策文件，不是算例；政策放在 cases 文件夹的旁边，不放在里面",
          "this is a policy, not a case file: it stands beside the folder 'cases', not in it");
    }
    var keys = root.keys("about", "origin", "source", "district", "scheme", "cases");
    String about = keys.need("about").text();
    var origin = keys.need("origin").oneOf(CaseFile.Origin.class);
    String source = keys.need("source").text();
    String district = PolicyReader.district(keys.need("district"));
    var scheme = keys.need("scheme").oneOf(Member.Scheme.class);
    var errors = new ArrayList<PolicyException>();
    var cases = keys.need("cases").each(new CaseReader(district, scheme)::workedCase, errors);
    return new CaseFile(file.name(), about, origin, source, district, scheme, cases, errors);
  }

  private WorkedCase workedCase(Entry entry) {
    var keys =
        entry.keys("name", "person", "year", "same-visit", "account", "bill", "expect", "says");
    var visit =
        new Visit(
            BillReader.read(keys.need("bill")),
            people.read(keys.need("person")),
            year(keys.find("year")),
            account(keys.find("account")),
            sameVisit(keys.find("same-visit")));
    return new WorkedCase(
        keys.need("name").text(),
        entry.line(),
        district,
        visit,
        keys.has("expect") ? expected(keys.need("expect")) : Map.of(),
        keys.items("says").stream().map(Entry::text).toList(),
        totals(keys));
  }

  /** Every name of a running total, once all of them are known to be well formed. */
  private static List<WorkedCase.NamedTotal> totals(Entry.Keys keys) {
    @Nullable Entry expect = keys.find("expect");
    return Stream.of(
            keys.find("year"),
            keys.find("same-visit"),
            expect == null ? null : expect.entries().get(SplitFields.YEAR_AFTER))
        .filter(Objects::nonNull)
        .flatMap(entry -> entry.entries().entrySet().stream())
        .map(
            named -> new WorkedCase.NamedTotal(Counter.of(named.getKey()), named.getValue().line()))
        .toList();
  }

  /** Given, also without any total: the visit is settled in parts. */
  private static SameVisit sameVisit(@Nullable Entry entry) {
    return entry == null ? SameVisit.WHOLE : SameVisit.partAfter(year(entry));
  }

  private static YearSoFar year(@Nullable Entry entry) {
    var totals = new HashMap<Counter, Long>();
    if (entry != null) {
      entry
          .entries()
          .forEach((name, total) -> {
            Counter counter = counter(name, total);
            totals.put(counter, total(counter, total));
          });
    }
    return new YearSoFar(totals);
  }

  private static long total(Counter counter, Entry entry) {
    if (!counter.isNumber()) {
      return entry.money().fen();
    }
    if (!entry.text().matches("[0-9]{1,4}")) {
      throw entry.bad("次数是整数", "a number of visits is whole");
    }
    return Long.parseLong(entry.text());
  }

  private static Counter counter(String name, Entry at) {
    try {
      return Counter.of(name);
    } catch (IllegalArgumentException e) {
      throw at.bad(
          name,
          "不认识的累计“" + name + "”；请写 deductible、cost、fund、burden、account 或 visits，加冒号和口径（pool）",
          "unknown running total '%s'; write deductible, cost, fund, burden, account or visits, a colon and the pool"
              .formatted(name));
    }
  }

  private static PersonalAccount account(@Nullable Entry entry) {
    if (entry == null) {
      return PersonalAccount.NONE;
    }
    var keys = entry.keys("balance", "earlier-years", "limit");
    Entry limit = keys.find("limit");
    Entry earlier = keys.find("earlier-years");
    Money balance = keys.need("balance").money();
    Money fromEarlier = earlier == null ? Money.ZERO : earlier.money();
    if (earlier != null && fromEarlier.compareTo(balance) > 0) {
      throw earlier.fail("历年结余不超过余额", "what is left from earlier years is part of the balance");
    }
    return new PersonalAccount(balance, fromEarlier, limit == null ? null : limit.money());
  }

  private static Map<String, String> expected(Entry entry) {
    var expected = new LinkedHashMap<String, String>();
    entry.entries().forEach((field, value) -> expected.put(field, expectation(field, value)));
    if (expected.isEmpty()) {
      throw entry.fail("“expect”没有写任何结果；请至少写一项", "'expect' names no result; give at least one");
    }
    return expected;
  }

  private static String expectation(String field, Entry value) {
    if (SplitFields.isAmount(field)) {
      return SplitFields.maySink(field) ? value.signedMoney() : value.money().toString();
    }
    return switch (field) {
      case SplitFields.DECISION -> value.oneOf(List.copyOf(SplitFields.DECISIONS), name -> name);
      case SplitFields.CHARGED_AS -> Words.of(value.oneOf(MedicalType.class));
      case SplitFields.YEAR_AFTER -> year(value).toString();
      case SplitFields.VISIT_NUMBER -> value.text();
      default -> throw unknownResult(field, value);
    };
  }

  private static PolicyException unknownResult(String field, Entry value) {
    String choice = String.join(", ", SplitFields.names());
    return value.bad(
        field,
        "不认识的结果“" + field + "”；" + Nearest.chinese(field, SplitFields.names()) + "可用的结果：" + choice,
        "unknown result '%s'; %sknown: %s"
            .formatted(field, Nearest.english(field, SplitFields.names()), choice));
  }
}
