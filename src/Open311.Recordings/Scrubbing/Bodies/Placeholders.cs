namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Pictures of one grey pixel that take the place of pictures.</summary>
static class Placeholders
{
    const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AwAAzgDN1GaQsAAAAABJRU5ErkJggg==";
    const string Gif = "R0lGODlhAQABAIAAAMzMzAAAACwAAAAAAQABAAACAkQBADs=";
    const string Jpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AK4AP//Z";
    const string WebP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEABABoJaQAA3AA/u5YAAA=";
    const string Bmp = "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAAzMzMAA==";

    /// <summary>A picture in the format of the one that begins with those bytes; null when it is none that is known.</summary>
    public static byte[]? Like(ReadOnlySpan<byte> bytes)
    {
        var picture = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Gif,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Bmp,
            _ => null,
        };
        return picture is null ? null : Convert.FromBase64String(picture);
    }
}
