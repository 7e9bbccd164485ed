package org.yima.platform.admission;

import java.util.ArrayList;
import java.util.List;
import org.yima.platform.store.Packed;

/**
 * What a hospital says of a stay; texts as they came, empty where nothing was said.
 *
 * @param inpatientNo 住院号
 * @param caseNo 病历号, which comes with the first charges
 * @param outReason 出院原因
 * @param diagnoses further ones: code and name
 */
public record StayContent(
    String medicalType,
    String inpatientNo,
    String caseNo,
    String department,
    String disease,
    String inDiagnosis,
    String outDiagnosis,
    String operator,
    String outReason,
    List<List<String>> diagnoses) {

  public StayContent {
    diagnoses = List.copyOf(diagnoses);
  }

  /** The same with the number of its file. */
  StayContent filed(String file, String by) {
    return new StayContent(
        medicalType,
        inpatientNo,
        file,
        department,
        disease,
        inDiagnosis,
        outDiagnosis,
        by,
        outReason,
        diagnoses);
  }

  byte[] pack() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            medicalType,
            inpatientNo,
            caseNo,
            department,
            disease,
            inDiagnosis,
            outDiagnosis,
            operator,
            outReason));
    rows.addAll(diagnoses);
    return Packed.pack(rows);
  }

  static StayContent unpack(byte[] packed) {
    List<List<String>> rows = Packed.unpack(packed);
    List<String> first = rows.getFirst();
    return new StayContent(
        first.get(0),
        first.get(1),
        first.get(2),
        first.get(3),
        first.get(4),
        first.get(5),
        first.get(6),
        first.get(7),
        first.get(8),
        rows.subList(1, rows.size()));
  }

  /** A diagnosis is nobody's business. */
  @Override
  public String toString() {
    return "stay of type " + medicalType;
  }
}
