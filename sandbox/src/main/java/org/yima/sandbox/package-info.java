/**
 * The platform on an embedded PostgreSQL with invented people, funds, hospitals and pharmacies, and
 * keys made on the spot. Everything it shows goes through the real interface.
 */
package org.yima.sandbox;
