/** Pages of a staff: nothing here speaks of face checks. What is protected, and for whom, say constraints and annotations. */
package org.facecheck.example.staff;
