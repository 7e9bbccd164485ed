package org.yima.policy.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A city that a newcomer has written: a folder with a policy and cases. */
final class City {

  static final String POLICY =
      """
      name: 我市职工门诊
      district: "990001"
      scheme: employee
      from: 2024-01-01
      benefits:
        - name: 普通门诊
          types: [outpatient]
          steps:
            - classify-lines
            - deductible:
                pool: outpatient
                due: each-year
                amount: [{from: 2024-01-01, source: 某发〔2023〕1 号, is: 300}]
            - basic-fund:
                pool: outpatient
                pays: [{from: 2024-01-01, source: 某发〔2023〕1 号, is: 60%}]
                ceilings: [{pool: outpatient, amount: [{from: 2024-01-01, source: 某发〔2023〕1 号, is: 2000}]}]
            - patient-bears: over-limit
            - from-account
            - in-cash
      """;

  static final String CASES =
      """
      about: 门诊
      origin: own
      source: 自拟
      district: "990001"
      scheme: employee
      cases:
        - name: 一张账单
          person: {employment: retired, age: 67, civil-servant: true}
          year: {"deductible:outpatient": 200, "deductible:all": 200}
          account: {balance: 100}
          bill:
            date: 2024-06-01
            type: outpatient
            level: 2
            lines:
              - {item: 甲类药, class: 甲, amount: 500}
              - {item: 乙类药, class: 乙, upfront: 10%, amount: 100}
          expect: {basic-fund: 294, cash: 206}
          says: [因您今年已承担 200 元]
      """;

  private City() {}

  static Path write(Path folder) {
    write(folder.resolve("employee.yaml"), POLICY);
    write(folder.resolve("cases/a.yaml"), CASES);
    return folder;
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy with each left part changed into the right one, which must be there. */
  static String change(String text, String... parts) {
    String changed = text;
    for (int i = 0; i < parts.length; i += 2) {
      if (!changed.contains(parts[i])) {
        throw new IllegalArgumentException(parts[i]);
      }
      changed = changed.replace(parts[i], parts[i + 1]);
    }
    return changed;
  }
}
