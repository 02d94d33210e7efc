// Shows the data; without Facecheck's script, a person who is to be checked sees only that something failed.
fetch('api/salaries')
  .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
  .then((data) => (document.getElementById('data').textContent = data.name))
  .catch((error) => (document.getElementById('data').textContent = `That did not work: ${error.message}`));
