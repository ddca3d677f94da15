document.querySelectorAll(".scripted").forEach((notice) => { notice.hidden = false; });
