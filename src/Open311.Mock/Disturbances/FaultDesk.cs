using Open311.Mock.Questions;

namespace Open311.Mock.Disturbances;

/// <summary>Takes orders for what is to go wrong, and tells which of them a call meets.</summary>
internal sealed class FaultDesk(Dice dice)
{
    const int Most = 100;

    readonly Lock ordering = new();
    readonly List<FaultOrder> orders = [];
    volatile bool idle = true;
    int next = 1;

    /// <summary>Whether nothing is on order.</summary>
    public bool IsIdle => idle;

    public IReadOnlyList<FaultOrder> Orders
    {
        get
        {
            lock (ordering)
                return [.. orders];
        }
    }

    /// <param name="disturbance">What goes wrong.</param>
    /// <param name="count">For how many calls; null until it is called off.</param>
    /// <param name="method">Of which method; null for any.</param>
    /// <param name="place">For which resource; null for any.</param>
    public FaultOrder Order(Disturbance disturbance, int? count = null, string? method = null, Place? place = null)
    {
        lock (ordering)
        {
            if (orders.Count >= Most)
                throw new DisturbanceException($"There are {Most} faults on order already; call some off first.");
            var order = new FaultOrder(next++, disturbance, method, place) { Left = count };
            orders.Add(order);
            idle = false;
            return order;
        }
    }

    /// <summary>Calls off one order, or all when null.</summary>
    /// <returns>Whether there was one.</returns>
    public bool CallOff(int? number = null)
    {
        lock (ordering)
        {
            var gone = orders.RemoveAll(o => number is null || o.Number == number);
            idle = orders.Count == 0;
            return gone > 0;
        }
    }

    /// <summary>What this call meets.</summary>
    public IReadOnlyList<Disturbance> For(Question question)
    {
        if (idle)
            return [];
        lock (ordering)
        {
            Disturbance[] met = [.. orders.Where(o => o.Takes(question)).Select(o => o.Disturbance)];
            orders.RemoveAll(o => o.IsDone);
            idle = orders.Count == 0;
            return met;
        }
    }

    /// <summary>Whether chance lets it happen.</summary>
    public bool Happens(Disturbance disturbance) => disturbance.Chance >= 1 || dice.Next() < disturbance.Chance;
}
