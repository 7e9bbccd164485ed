package org.yima.client;

/** 电子凭证用码业务类型。For which business a code is decoded; a column of the national library. */
public enum BusinessType {
  /** 挂号。Registration. */
  REGISTRATION("01101"),
  /** 住院建档。Opening an inpatient's file. */
  INPATIENT_FILE("01102"),
  /** 入院登记。Admission. */
  ADMISSION("01103"),
  /** 预缴金。Deposit. */
  DEPOSIT("01104"),
  /** 问诊。Consultation. */
  CONSULTATION("01201"),
  /** 预约检查。Booking an examination. */
  BOOKING("01202"),
  /** 检查。Examination. */
  EXAMINATION("01203"),
  /** 治疗。Treatment. */
  TREATMENT("01204"),
  /** 结算。Settlement. */
  SETTLEMENT("01301"),
  /** 取药。Collecting medicine. */
  MEDICINE("01302"),
  /** 取报告。Collecting a report. */
  REPORT("01303"),
  /** 打印票据。Printing a receipt. */
  RECEIPT("01304"),
  /** 病历复印。Copying a case file. */
  CASE_COPY("01305"),
  /** 药店购药。Buying at a pharmacy. */
  PHARMACY("02121"),
  /** 下载外购处方。Fetching a prescription to be filled elsewhere. */
  PRESCRIPTION("02122"),
  /** 线上身份认证。Identification online. */
  ONLINE_IDENTITY("03131");

  private final String code;

  BusinessType(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
