package org.yima.settlement;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A visit under the benefit that covers it.
 *
 * @param disease the group of diseases that counts, or {@link Situation#NO_GROUP}
 * @param situation all that a figure may depend on
 * @param approvedDiseases how many diseases are approved for this kind of visit
 * @param accountApart whether what the account pays is counted by its parts
 */
record Claim(
    Visit visit,
    Benefit benefit,
    MedicalType chargedAs,
    String disease,
    Situation situation,
    int approvedDiseases,
    boolean accountApart) {

  static Claim of(
      Visit visit, Benefit benefit, MedicalType chargedAs, Situation seen, boolean accountApart) {
    String disease = String.valueOf(seen.of(Dimension.DISEASE));
    Bill bill = visit.bill();
    Situation situation = seen;
    String pool = benefit.visits();
    if (pool != null) {
      Map<Dimension, Integer> ordinals = new EnumMap<>(Dimension.class);
      pools(pool, bill.hospital(), disease)
          .forEach((dimension, name) -> ordinals.put(dimension, ordinal(visit, name)));
      situation = seen.with(ordinals);
    }
    int approved = visit.member().approvedDiseases(bill);
    return new Claim(visit, benefit, chargedAs, disease, situation, approved, accountApart);
  }

  YearSoFar year() {
    return visit.year();
  }

  /** This visit, as it is counted; nothing where an earlier part of it was counted already. */
  Map<Counter, Long> visitsMoved() {
    Map<Counter, Long> moved = new HashMap<>();
    String pool = benefit.visits();
    if (pool != null && visit.sameVisit().moved().visits(pool) == 0) {
      for (String name : pools(pool, visit.bill().hospital(), disease).values()) {
        moved.put(new Counter(Counter.Kind.VISITS, name), 1L);
      }
    }
    return moved;
  }

  private static int ordinal(Visit visit, String pool) {
    boolean counted = visit.sameVisit().moved().visits(pool) > 0;
    return visit.year().visits(pool) + (counted ? 0 : 1);
  }

  private static Map<Dimension, String> pools(String pool, Hospital hospital, String disease) {
    Map<Dimension, String> pools = new EnumMap<>(Dimension.class);
    String here = pool + "/" + (hospital.code().isEmpty() ? "unnamed" : hospital.code());
    pools.put(Dimension.VISIT, pool);
    pools.put(Dimension.VISIT_HERE, here);
    pools.put(Dimension.VISIT_HERE_FOR_DISEASE, here + "/" + disease);
    return pools;
  }
}
