package org.yima.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yima.settlement.Decision;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;

/** The fields of a settlement under the names by which case files expect them. */
public final class SplitFields {

  /** {@code settled}, {@code no-policy}, or the reason of a refusal, {@code not-covered}. */
  static final String DECISION = "decision";

  static final String NO_POLICY = "no-policy";

  static final Set<String> DECISIONS = decisions();

  /** The running totals after the visit, in the form of {@code YearSoFar}. */
  static final String YEAR_AFTER = "year-after";

  static final String CHARGED_AS = "charged-as";
  static final String VISIT_NUMBER = "visit-number";

  private static final List<String> SUMS =
      List.of("total", "over-ceiling", "in-scope", "funds", "patient", "deductible-standard");

  private SplitFields() {}

  private static Set<String> decisions() {
    Set<String> decisions = new LinkedHashSet<>(Set.of("settled"));
    for (Decision.Why why : Decision.Why.values()) {
      decisions.add(Words.of(why));
    }
    decisions.add(NO_POLICY);
    return Collections.unmodifiableSet(decisions);
  }

  /** All results that a case may expect. */
  static List<String> names() {
    var names = new ArrayList<>(List.of(DECISION, CHARGED_AS));
    names.addAll(SUMS);
    names.addAll(shareNames().keySet());
    names.addAll(List.of(VISIT_NUMBER, YEAR_AFTER));
    return names;
  }

  static boolean isAmount(String field) {
    return SUMS.contains(field) || shareNames().containsKey(field);
  }

  /** Whether an amount may be below zero: what a hospital keeps under a fixed price. */
  static boolean maySink(String field) {
    Share share = shareNames().get(field);
    return share != null && share.kind() == Share.Kind.HOSPITAL;
  }

  /** Field → amount or word, in the order in which a bill is split. */
  public static Map<String, String> of(Decision decision) {
    return switch (decision) {
      case Settlement settlement -> of(settlement);
      case Decision.Refused refused -> Map.of(DECISION, Words.of(refused.why()));
    };
  }

  private static Map<String, String> of(Settlement settlement) {
    var fields = new LinkedHashMap<String, String>();
    fields.put(DECISION, "settled");
    fields.put(CHARGED_AS, Words.of(settlement.chargedAs()));
    fields.put("total", settlement.total().toString());
    fields.put("over-ceiling", settlement.overCeiling().toString());
    fields.put("in-scope", settlement.inScope().toString());
    shareNames().forEach((name, share) -> fields.put(name, settlement.of(share).toString()));
    fields.put("funds", settlement.funds().toString());
    fields.put("patient", settlement.patientPays().toString());
    var standards = settlement.standards();
    fields.put("deductible-standard", standards.deductible().toString());
    fields.put(VISIT_NUMBER, String.valueOf(standards.visitNumber()));
    fields.put(YEAR_AFTER, settlement.yearAfter().toString());
    return fields;
  }

  private static Map<String, Share> shareNames() {
    var names = new LinkedHashMap<String, Share>();
    for (Share share : Share.values()) {
      names.put(Words.of(share), share);
    }
    return names;
  }
}
