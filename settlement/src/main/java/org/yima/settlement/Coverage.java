package org.yima.settlement;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which visits a benefit is for.
 *
 * @param where institutions and people
 * @param diseases code of the disease → the category under which a limit per disease counts it;
 *     empty: any disease, or none
 */
public record Coverage(Set<MedicalType> types, Condition where, Map<String, String> diseases) {

  public Coverage {
    types = Set.copyOf(types);
    diseases = Map.copyOf(diseases);
  }

  boolean includes(Visit visit, MedicalType chargedAs) {
    Bill bill = visit.bill();
    return types.contains(chargedAs)
        && where.holds(bill.hospital(), visit.member().employment())
        && (diseases.isEmpty() || category(bill) != null);
  }

  @Nullable String category(Bill bill) {
    String disease = bill.disease();
    return disease == null ? null : diseases.get(disease);
  }
}
