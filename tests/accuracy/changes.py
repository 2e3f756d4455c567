"""What a change to the program or the checklist made appear and vanish."""
import json

from rated import item_of, quotes


def kept(records):
    """Ratings, evidence and flags by record: what one run is compared with another by."""
    out = {}
    for name, gold, found in records:
        items = {}
        for item in gold["items"]:
            answer = item_of(found, item)
            items[item] = {"rating": answer["rating"], "quotes": [" ".join(quote.split()) for quote in quotes(answer)]}
        out[name] = {"items": items, "flags": sorted({flag["id"] for flag in found.get("flags", [])})}
    return out


def save(records, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(kept(records), file, indent=0, sort_keys=True)


def show(records, path):
    """Prints the differences from what save() wrote: + appeared, - vanished, > a rating that moved and which way."""
    with open(path, encoding="utf-8") as file:
        before = json.load(file)
    now = kept(records)
    gold = {name: rated for name, rated, _ in records}
    better = worse = 0
    for name in sorted(set(before) | set(now)):
        if name not in now or name not in before:
            print(f"{name}: {'not measured now' if name not in now else 'not measured before'}")
            continue
        for item, new in now[name]["items"].items():
            old = before[name]["items"].get(item, {"rating": "none", "quotes": []})
            if old["rating"] != new["rating"]:
                theirs = gold[name]["items"][item]["rating"]
                better += new["rating"] == theirs
                worse += old["rating"] == theirs
                print(f"{name} {item} > {old['rating']} to {new['rating']} (theirs {theirs})")
            for mark, some, other in (("-", old, new), ("+", new, old)):
                for quote in some["quotes"]:
                    if quote not in other["quotes"]:
                        print(f"{name} {item} {mark} \u201C{quote}\u201D")
        for mark, some, other in (("-", before, now), ("+", now, before)):
            for flag in some[name]["flags"]:
                if flag not in other[name]["flags"]:
                    right = flag in (gold[name].get("flags") or {})
                    print(f"{name} {flag} {mark} {'a flag of theirs' if right else 'no flag of theirs'}")
    print(f"ratings that became right {better}, that became wrong {worse}")
