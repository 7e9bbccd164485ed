package org.yima.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Amount;
import org.yima.settlement.Condition;
import org.yima.settlement.Counter;
import org.yima.settlement.Figure;
import org.yima.settlement.FundTerms;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Program;
import org.yima.settlement.Share;
import org.yima.settlement.Step;

/** Reads the steps of one benefit. A step is a name, or a name with its figures under it. */
final class StepReader {

  /** The closed set, in the order in which steps may stand. */
  static final String ORDER =
      "classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible,"
          + " basic-fund, large-amount-fund, patient-bears, "
          + Stream.of(Program.values()).map(Words::of).collect(Collectors.joining(", "))
          + ", from-account, in-cash";

  private static final List<String> NAMES = List.of(ORDER.split(", | / "));

  private static final List<Share> BORNE =
      Stream.of(Share.values()).filter(each -> each.kind() == Share.Kind.BORNE).toList();

  private static final List<Share> LEFT = List.of(Share.BAND_SELF_PAY, Share.OVER_LIMIT);

  /** What is meant by in-scope where a programme's parts are named. */
  private static final List<Share> IN_SCOPE =
      List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY, Share.LARGE_AMOUNT_SELF_PAY, Share.OVER_LIMIT);

  private final TermsReader terms;

  StepReader(FigureReader figures, Condition covers) {
    this.terms = new TermsReader(figures, List.of(covers));
  }

  Dated<? extends Step> read(Entry step) {
    return step.isText() ? plain(step) : withFigures(step);
  }

  private static Dated<? extends Step> plain(Entry step) {
    return switch (step.text()) {
      case "classify-lines" -> day -> new Step.ClassifyLines();
      case "all-in-scope" -> day -> new Step.AllInScope();
      case "from-account" -> day -> Step.FromAccount.FREELY;
      case "in-cash" -> day -> new Step.InCash();
      default -> throw plainName(step);
    };
  }

  private static PolicyException plainName(Entry step) {
    boolean known = NAMES.contains(step.text());
    return known
        ? step.fail(
            "步骤“" + step.text() + "”下面要写它的标准",
            "the step '" + step.text() + "' needs its figures under it")
        : unknown(step, step.text());
  }

  private Dated<? extends Step> withFigures(Entry step) {
    Map<String, Entry> entries = step.entries();
    if (entries.size() != 1) {
      throw step.fail("每一步只写一个名称", "write one step under each '-'");
    }
    Entry body = entries.values().iterator().next();
    return switch (body.key()) {
      case "fixed-price" -> fixedPrice(body);
      case "out-of-region-upfront" -> upfront(body);
      case "items-apart" -> itemsApart(body);
      case "deductible" -> terms.deductible(body, null);
      case "basic-fund" -> fund(Step.Fund.Kind.BASIC, body);
      case "large-amount-fund" -> fund(Step.Fund.Kind.LARGE_AMOUNT, body);
      case "patient-bears" -> patientBears(body);
      case "from-account" -> fromAccount(body);
      case "classify-lines", "all-in-scope", "in-cash" ->
          throw body.fail(
              "步骤“" + body.key() + "”下面不写任何内容",
              "the step '" + body.key() + "' has nothing under it");
      default -> subsidy(body);
    };
  }

  private static PolicyException unknown(Entry at, String name) {
    return at.bad(
        name,
        "不认识的步骤“" + name + "”；" + Nearest.chinese(name, NAMES) + "可用的步骤：" + ORDER,
        "unknown step '%s'; %sknown: %s".formatted(name, Nearest.english(name, NAMES), ORDER));
  }

  private Dated<Step.FixedPrice> fixedPrice(Entry body) {
    var price = terms.amount(body.keys("price").need("price"));
    return day -> new Step.FixedPrice(price.on(day));
  }

  private Dated<Step.OutOfRegionUpfront> upfront(Entry body) {
    var share = terms.ratio(body.keys("share").need("share"));
    return day -> new Step.OutOfRegionUpfront(share.on(day));
  }

  private Dated<Step.ItemsApart> itemsApart(Entry body) {
    var keys = body.keys(with("items"));
    Set<String> items = new HashSet<>();
    keys.need("items").list().forEach(item -> items.add(item.text()));
    var fund = terms.fund(keys);
    return day -> new Step.ItemsApart(items, fund.on(day));
  }

  private Dated<Step.Fund> fund(Step.Fund.Kind kind, Entry body) {
    var keys = body.keys(with());
    checkPool(keys, kind == Step.Fund.Kind.BASIC);
    checkCounts(keys, kind);
    var fund = terms.fund(keys);
    return day -> new Step.Fund(kind, fund.on(day));
  }

  /** The visit's deductible was borne below the basic fund: it cannot lie inside these bands. */
  private static void checkCounts(Entry.Keys keys, Step.Fund.Kind kind) {
    Entry counts = keys.find("counts");
    if (kind == Step.Fund.Kind.LARGE_AMOUNT
        && counts != null
        && counts.text().equals(Words.of(FundTerms.Counts.IN_SCOPE))) {
      throw counts.fail(
          "大额基金从统筹基金留下的部分起算，不含起付线；请删去 counts: in-scope",
          "a large-amount fund begins where the basic fund ends, without the deductible; leave out 'counts: in-scope'");
    }
  }

  private static Dated<Step.PatientBears> patientBears(Entry body) {
    Share as = body.oneOf(LEFT, Words::of);
    return day -> new Step.PatientBears(as);
  }

  private Dated<Step.Subsidy> subsidy(Entry body) {
    Program program =
        Stream.of(Program.values())
            .filter(each -> Words.of(each).equals(body.key()))
            .findFirst()
            .orElseThrow(() -> unknown(body, body.key()));
    var keys = body.keys(with("where", "of", "deductible", "burden"));
    checkPool(keys, false);
    Condition where = terms.condition(keys.find("where"));
    TermsReader here = terms.where(where);
    List<Share> of = parts(keys.need("of"));
    Entry own = keys.find("deductible");
    Entry most = keys.find("burden");
    String pool = TermsReader.pool(keys.need("pool"));
    @Nullable Dated<Step.Deductible> deductible = own == null ? null : here.deductible(own, pool);
    @Nullable Dated<Figure<Amount>> burden = most == null ? null : here.amount(most);
    var fund = here.fund(keys);
    return day ->
        new Step.Subsidy(program, where, of, on(deductible, day), fund.on(day), on(burden, day));
  }

  /** What the basic fund pays is counted under a name that no other fund may count under. */
  private static void checkPool(Entry.Keys keys, boolean basic) {
    for (Entry ceiling : keys.items("ceilings")) {
      Entry pool = ceiling.entries().get("pool");
      if (!basic && pool != null && pool.text().equals(Counter.ALL)) {
        throw pool.fail(
            "“all”是统筹基金的总口径，其他基金的限额请另取名称",
            "'all' is everything that the basic fund pays; name another pool here");
      }
    }
  }

  private static List<Share> parts(Entry entry) {
    if (entry.isText() && entry.text().equals("in-scope")) {
      return IN_SCOPE;
    }
    List<Share> parts =
        entry.items().stream().map(part -> part.oneOf(BORNE, Words::of)).distinct().toList();
    if (parts.isEmpty()) {
      throw entry.fail("请写明补助哪些个人负担", "name the parts that it looks at");
    }
    return parts;
  }

  private Dated<Step.FromAccount> fromAccount(Entry body) {
    var keys = body.keys("where", "pays", "part", "at-most");
    Condition where = terms.condition(keys.find("where"));
    Entry pays = keys.find("pays");
    Set<Share> parts = pays == null ? Set.of() : new TreeSet<>(parts(pays));
    var part = keys.oneOf("part", PersonalAccount.Part.class, PersonalAccount.Part.WHOLE);
    Entry limit = keys.find("at-most");
    @Nullable Dated<Figure<Amount>> most = limit == null ? null : terms.where(where).amount(limit);
    return day -> new Step.FromAccount(where, parts, part, on(most, day));
  }

  private static <T> @Nullable T on(@Nullable Dated<T> dated, LocalDate day) {
    return dated == null ? null : dated.on(day);
  }

  private static String[] with(String... more) {
    return Stream.concat(TermsReader.KEYS.stream().sorted(), Stream.of(more))
        .toArray(String[]::new);
  }
}
